package io.podium.apiserver;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Selector;
import io.podium.apiserver.rules.KindRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fields of a kind that a field selector may name.
 *
 * @param <T> the type of the objects
 */
final class SelectableFields<T extends ApiObject<T>> {
    private final Map<String, Function<T, String>> fields;

    SelectableFields(KindRules<T> rules) {
        fields = new TreeMap<>(rules.selectableFields());
        fields.put("metadata.name", ApiObject::name);
        fields.put("metadata.namespace", ApiObject::namespace);
    }

    /**
     * The objects that a selector selects.
     *
     * @throws io.podium.api.client.BadRequestException if it names another field
     */
    Predicate<T> filter(Selector selector) {
        if (selector.isEmpty()) {
            return object -> true;
        }
        var readers = new LinkedHashMap<String, Function<T, String>>();
        for (var requirement : selector.requirements()) {
            var reader = fields.get(requirement.key());
            if (reader == null) {
                throw Failures.badRequest("field label not supported: " + requirement.key());
            }
            readers.put(requirement.key(), reader);
        }
        return object -> {
            var values = new TreeMap<String, String>();
            readers.forEach((field, reader) -> values.put(field, reader.apply(object)));
            return selector.matches(values);
        };
    }
}
