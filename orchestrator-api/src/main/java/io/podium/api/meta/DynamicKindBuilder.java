package io.podium.api.meta;

import io.podium.api.schema.JsonSchema;
import io.podium.api.schema.JsonSchemaBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Describes a kind known only at run time. Not safe for use by several threads. */
public final class DynamicKindBuilder {
    private final GroupVersionKind gvk;
    private String plural;
    private String singular;
    private List<String> shortNames = List.of();
    private List<String> categories = List.of();
    private List<String> subresources = List.of();
    private boolean namespaced = true;
    private JsonSchema schema = JsonSchema.declare(JsonSchemaBuilder::preserveUnknown);

    DynamicKindBuilder(GroupVersionKind gvk) {
        this.gvk = gvk;
        this.singular = gvk.kind().toLowerCase(Locale.ROOT);
        this.plural = singular + "s";
    }

    /**
     * The resource name in URLs; the kind in lower case with an {@code s} if nothing is said.
     *
     * @param plural the name
     * @return this builder
     */
    public DynamicKindBuilder plural(String plural) {
        this.plural = plural;
        return this;
    }

    /**
     * The resource name of one object; the kind in lower case if nothing is said.
     *
     * @param singular the name
     * @return this builder
     */
    public DynamicKindBuilder singular(String singular) {
        this.singular = singular;
        return this;
    }

    /**
     * Abbreviations that command line tools accept.
     *
     * @param shortNames the abbreviations
     * @return this builder
     */
    public DynamicKindBuilder shortNames(String... shortNames) {
        this.shortNames = List.of(shortNames);
        return this;
    }

    /**
     * Groups of resources it belongs to.
     *
     * @param categories names such as {@code all}
     * @return this builder
     */
    public DynamicKindBuilder categories(String... categories) {
        this.categories = List.of(categories);
        return this;
    }

    /**
     * The served subresources.
     *
     * @param subresources {@code status} and {@code scale}, or one of them
     * @return this builder
     */
    public DynamicKindBuilder subresources(String... subresources) {
        this.subresources = List.of(subresources);
        return this;
    }

    /**
     * Objects live in no namespace.
     *
     * @return this builder
     */
    public DynamicKindBuilder clusterScoped() {
        this.namespaced = false;
        return this;
    }

    /**
     * The schema of the objects; if nothing is said they may hold anything.
     *
     * @param schema the schema
     * @return this builder
     */
    public DynamicKindBuilder schema(JsonSchema schema) {
        this.schema = schema;
        return this;
    }

    /**
     * The schema of the objects, declared in Java.
     *
     * @param declaration names the fields beside {@code metadata}
     * @return this builder
     */
    public DynamicKindBuilder schema(Consumer<JsonSchemaBuilder> declaration) {
        return schema(JsonSchema.declare(declaration));
    }

    /**
     * Makes the kind. Its names are judged where it is registered.
     *
     * @return a kind, to be registered with a cluster like any other
     */
    public Kind<DynamicObject> build() {
        var declared = DynamicSchema.withoutTypeAndMetadata(schema);
        return new Kind<>(
                gvk,
                new Kind.Names(plural, singular, shortNames, categories),
                namespaced,
                subresources,
                DynamicObject.class,
                kind -> new DynamicSchema(kind, declared));
    }
}
