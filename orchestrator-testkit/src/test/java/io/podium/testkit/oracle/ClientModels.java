package io.podium.testkit.oracle;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Random models of Kubernetes' Java client: every property that has a setter is filled. */
final class ClientModels {
    private static final long FIRST_SECOND = 1_000_000_000;

    private final RandomGenerator random;

    ClientModels(RandomGenerator random) {
        this.random = random;
    }

    <T> T random(Class<T> model, String apiVersion, String kind) throws ReflectiveOperationException {
        var object = model.cast(fill(model));
        model.getMethod("setApiVersion", String.class).invoke(object, apiVersion);
        model.getMethod("setKind", String.class).invoke(object, kind);
        return object;
    }

    private Object fill(Class<?> model) throws ReflectiveOperationException {
        var object = model.getConstructor().newInstance();
        var setters = Arrays.stream(model.getMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (var setter : setters) {
            setter.invoke(object, value(setter.getGenericParameterTypes()[0]));
        }
        return object;
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? map(arguments[1]) : list(arguments[0]);
        }
        var plain = (Class<?>) type;
        if (plain == byte[].class) {
            return text().getBytes(StandardCharsets.UTF_8);
        }
        return switch (plain.getSimpleName()) {
            case "String" -> text();
            case "Integer" -> random.nextInt();
            case "Long" -> random.nextLong();
            case "Boolean" -> true;
            case "Double" -> random.nextDouble();
            case "Object" -> Map.of("f:" + text(), Map.of());
            case "OffsetDateTime" ->
                OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(FIRST_SECOND + random.nextInt(1_000_000_000)), ZoneOffset.UTC);
            case "Quantity" -> Quantity.fromString(random.nextInt(1, 999) + (random.nextBoolean() ? "Mi" : "m"));
            case "IntOrString" -> random.nextBoolean() ? new IntOrString(random.nextInt()) : new IntOrString(text());
            default -> fill(plain);
        };
    }

    private List<Object> list(Type element) throws ReflectiveOperationException {
        var items = new ArrayList<Object>();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            items.add(value(element));
        }
        return items;
    }

    private Map<String, Object> map(Type element) throws ReflectiveOperationException {
        var entries = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            entries.put(text(), value(element));
        }
        return entries;
    }

    private String text() {
        return "t-" + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
    }
}
