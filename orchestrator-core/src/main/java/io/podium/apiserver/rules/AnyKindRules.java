package io.podium.apiserver.rules;

import io.podium.api.meta.ApiObject;
import io.podium.api.schema.Schema;
import io.podium.apiserver.validation.Problems;
import java.util.Objects;

/**
 * The rules of a kind of which nothing is known but its schema: names are DNS subdomains, the status is written only as a subresource if there is one,
 * and whatever else changes takes a new generation.
 *
 * @param <T> the type of the objects
 */
public class AnyKindRules<T extends ApiObject<T>> implements KindRules<T> {
    private final Schema<T> schema;
    private final boolean statusSubresource;

    /**
     * Rules by schema.
     *
     * @param schema the schema of the objects
     * @param statusSubresource whether the status is a subresource
     */
    public AnyKindRules(Schema<T> schema, boolean statusSubresource) {
        this.schema = schema;
        this.statusSubresource = statusSubresource;
    }

    @Override
    public T prepareForCreate(T object) {
        return statusSubresource ? Fields.without(schema, object, "status") : object;
    }

    @Override
    public T prepareForUpdate(T updated, T old) {
        return statusSubresource ? Fields.copied(schema, old, updated, "status") : updated;
    }

    @Override
    public T prepareForStatusUpdate(T updated, T old) {
        return Fields.copied(schema, updated, old, "status");
    }

    @Override
    public void validateCreate(T object, Problems problems) {}

    @Override
    public boolean hasGeneration() {
        return true;
    }

    @Override
    public boolean changesGeneration(T updated, T old) {
        for (var field : schema.fields()) {
            boolean counts = !field.name().equals("metadata")
                    && !(statusSubresource && field.name().equals("status"));
            if (counts && !Objects.equals(schema.get(updated, field.index()), schema.get(old, field.index()))) {
                return true;
            }
        }
        return false;
    }
}
