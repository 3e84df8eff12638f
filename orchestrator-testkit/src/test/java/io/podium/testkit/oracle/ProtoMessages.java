package io.podium.testkit.oracle;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.podium.api.meta.Bytes;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Times;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Kubernetes' protobuf messages as its Java client declares them: random ones, and the JSON form of any. Only names are taken from the
 * descriptors, so what is compared with it is the numbers.
 */
final class ProtoMessages {
    /** Fields whose message is embedded in Go: JSON shows what is in it inline. */
    private static final Set<String> EMBEDDED =
            Set.of("volumeSource", "handler", "localObjectReference", "ephemeralContainerCommon");

    private static final long FIRST_SECOND = 1_000_000_000;

    private final RandomGenerator random;
    private final Predicate<FieldDescriptor> known;

    /** Leaves out fields that are not {@code known}. */
    ProtoMessages(RandomGenerator random, Predicate<FieldDescriptor> known) {
        this.random = random;
        this.known = known;
    }

    Message random(Descriptor type) {
        var message = DynamicMessage.newBuilder(type);
        switch (type.getFullName()) {
            case "k8s.io.apimachinery.pkg.apis.meta.v1.Time" ->
                set(message, "seconds", FIRST_SECOND + random.nextInt(1_000_000_000));
            case "k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime" -> {
                set(message, "seconds", FIRST_SECOND + random.nextInt(1_000_000_000));
                set(message, "nanos", random.nextInt(1_000_000) * 1000);
            }
            case "k8s.io.apimachinery.pkg.api.resource.Quantity" ->
                set(message, "string", random.nextInt(1, 999) + "Mi");
            case "k8s.io.apimachinery.pkg.util.intstr.IntOrString" -> {
                boolean number = random.nextBoolean();
                set(message, "type", number ? 0L : 1L);
                set(message, "intVal", number ? random.nextInt() : 0);
                set(message, "strVal", number ? "" : text());
            }
            case "k8s.io.apimachinery.pkg.apis.meta.v1.FieldsV1" ->
                set(message, "Raw", ByteString.copyFromUtf8("{\"f:" + random.nextInt(9) + "\":{}}"));
            default -> type.getFields().stream().filter(known).forEach(field -> fill(message, field));
        }
        return message.build();
    }

    private static void set(Message.Builder message, String field, Object value) {
        var descriptor = message.getDescriptorForType().findFieldByName(field);
        message.setField(
                descriptor,
                descriptor.getJavaType() == FieldDescriptor.JavaType.INT ? ((Number) value).intValue() : value);
    }

    private void fill(Message.Builder message, FieldDescriptor field) {
        if (!field.isRepeated()) {
            message.setField(field, value(field));
            return;
        }
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            message.addRepeatedField(field, value(field));
        }
    }

    private Object value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> text();
            case INT -> random.nextInt();
            case LONG -> random.nextLong();
            case BOOLEAN -> true;
            case DOUBLE -> random.nextDouble();
            case FLOAT -> random.nextFloat();
            case BYTE_STRING -> ByteString.copyFromUtf8(text());
            case ENUM -> field.getEnumType().getValues().getFirst();
            case MESSAGE -> random(field.getMessageType());
        };
    }

    private String text() {
        return "t-" + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
    }

    /** The JSON form of a message; {@code micros} are not told apart from seconds by type name alone. */
    static JsonObject json(Message message) {
        var object = JsonObject.builder();
        for (var set : message.getAllFields().entrySet()) {
            var field = set.getKey();
            if (isMap(field)) {
                object.put(field.getName(), entries((List<?>) set.getValue()));
            } else if (field.isRepeated()) {
                var items = new ArrayList<Json>();
                ((List<?>) set.getValue()).forEach(item -> items.add(json(item)));
                object.put(field.getName(), JsonArray.of(items));
            } else if (EMBEDDED.contains(field.getName())) {
                json((Message) set.getValue()).fields().forEach(object::put);
            } else {
                object.put(field.getName(), json(set.getValue()));
            }
        }
        return object.build();
    }

    private static boolean isMap(FieldDescriptor field) {
        return field.isMapField();
    }

    private static JsonObject entries(List<?> entries) {
        var object = JsonObject.builder();
        for (var each : entries) {
            var entry = (Message) each;
            var type = entry.getDescriptorForType();
            object.put(
                    (String) entry.getField(type.findFieldByNumber(1)),
                    json(entry.getField(type.findFieldByNumber(2))));
        }
        return object.build();
    }

    private static Json json(Object value) {
        return switch (value) {
            case ByteString bytes -> Json.of(Bytes.of(bytes.toByteArray()).toBase64());
            case EnumValueDescriptor constant -> Json.of(constant.getName());
            case Message message -> special(message);
            default -> Json.from(value);
        };
    }

    private static Json special(Message message) {
        var type = message.getDescriptorForType();
        return switch (type.getFullName()) {
            case "k8s.io.apimachinery.pkg.apis.meta.v1.Time" -> Json.of(Times.format(moment(message)));
            case "k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime" -> Json.of(Times.formatMicro(moment(message)));
            case "k8s.io.apimachinery.pkg.api.resource.Quantity" ->
                Json.of(get(message, "string").toString());
            case "k8s.io.apimachinery.pkg.util.intstr.IntOrString" ->
                get(message, "type").equals(0L)
                        ? Json.from(get(message, "intVal"))
                        : Json.of(get(message, "strVal").toString());
            case "k8s.io.apimachinery.pkg.apis.meta.v1.FieldsV1" ->
                JsonReader.plain().readTree(((ByteString) get(message, "Raw")).toByteArray(), Strictness.strict());
            default -> json(message);
        };
    }

    private static Object get(Message message, String field) {
        return message.getField(message.getDescriptorForType().findFieldByName(field));
    }

    private static Instant moment(Message message) {
        return Instant.ofEpochSecond((Long) get(message, "seconds"), (Integer) get(message, "nanos"));
    }

    /** The numbers in a message that its type does not declare, at any depth. */
    static List<String> undeclared(Message message) {
        var found = new ArrayList<String>();
        message.getUnknownFields()
                .asMap()
                .keySet()
                .forEach(number -> found.add(message.getDescriptorForType().getName() + "=" + number));
        for (var value : message.getAllFields().values()) {
            for (var each : value instanceof List<?> list ? list : List.of(value)) {
                if (each instanceof Message inner) {
                    found.addAll(undeclared(inner));
                }
            }
        }
        return found;
    }
}
