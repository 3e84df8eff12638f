package io.podium.codegen;

/** The names by which the processor knows the API module. */
final class Names {
    private static final String PACKAGE = "io.podium.api.schema.";

    static final String API_TYPE = PACKAGE + "ApiType";
    static final String API_RESOURCE = PACKAGE + "ApiResource";
    static final String ALWAYS = PACKAGE + "Always";
    static final String ATOMIC = PACKAGE + "Atomic";
    static final String DEFAULT = PACKAGE + "Default";
    static final String IMMUTABLE = PACKAGE + "Immutable";
    static final String JSON_NAME = PACKAGE + "JsonName";
    static final String LIST_MAP = PACKAGE + "ListMap";
    static final String LIST_SET = PACKAGE + "ListSet";
    static final String MERGE_KEY = PACKAGE + "MergeKey";
    static final String MICRO_TIME = PACKAGE + "MicroTime";
    static final String PROTO = PACKAGE + "Proto";
    static final String RETAIN_KEYS = PACKAGE + "RetainKeys";

    static final String SCHEMA = PACKAGE + "Schema";
    static final String FIELD = PACKAGE + "Field";
    static final String FIELD_TYPE = PACKAGE + "FieldType";
    static final String MERGE = PACKAGE + "Merge";
    static final String UNKNOWN_FIELDS = PACKAGE + "UnknownFields";
    static final String API_OBJECT = "io.podium.api.meta.ApiObject";
    static final String KIND = "io.podium.api.meta.Kind";
    static final String OBJECT_META = "io.podium.api.meta.ObjectMeta";
    static final String SORTED = "io.podium.api.meta.Sorted";
    static final String NULLABLE = "org.jspecify.annotations.Nullable";
    static final String CONSUMER = "java.util.function.Consumer";

    private Names() {}
}
