package io.podium.apiserver;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Kind;
import io.podium.apiserver.rules.KindRules;
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
    private final Kind<T> kind;
    private final Map<String, Function<T, String>> fields;

    SelectableFields(Kind<T> kind, KindRules<T> rules) {
        this.kind = kind;
        fields = new TreeMap<>(rules.selectableFields());
        fields.put("metadata.name", ApiObject::name);
        fields.put("metadata.namespace", ApiObject::namespace);
    }

    /**
     * The objects that a selector selects.
     *
     * @throws io.podium.api.client.BadRequestException if it names another field
     */
    Predicate<T> filter(FieldSelector selector) {
        if (selector.isEmpty()) {
            return object -> true;
        }
        for (var term : selector.terms()) {
            if (!fields.containsKey(term.field())) {
                throw Failures.badRequest("field label not supported: " + term.field() + "; " + kind.plural()
                        + " are selected by " + String.join(", ", fields.keySet()));
            }
        }
        return object ->
                selector.matches(field -> fields.getOrDefault(field, any -> "").apply(object));
    }
}
