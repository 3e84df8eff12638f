package io.podium.patch.apply;

import io.podium.api.meta.Kind;
import java.util.List;

/**
 * The fields that a write cannot change because of the door through which it comes: the status is written through its subresource only,
 * and that writes nothing but the status.
 */
public final class ResetFields {
    private static final FieldSet STATUS = FieldSet.ofNames(List.of("status"));
    private static final FieldSet SPEC = FieldSet.ofNames(List.of("spec"));
    private static final FieldSet POD_STATUS = FieldSet.ofNames(
            List.of("spec"), List.of("metadata", "deletionTimestamp"), List.of("metadata", "ownerReferences"));
    private static final FieldSet DEPLOYMENT_STATUS = FieldSet.ofNames(List.of("spec"), List.of("metadata", "labels"));

    private ResetFields() {}

    /**
     * The fields that a write to objects of a kind cannot change.
     *
     * @param kind the kind
     * @param subresource the subresource that is written to, empty for the object itself
     * @return the fields
     */
    public static FieldSet of(Kind<?> kind, String subresource) {
        return switch (subresource) {
            case "" -> kind.subresources().contains("status") ? STATUS : FieldSet.EMPTY;
            case "status" -> ofStatus(kind);
            default -> FieldSet.EMPTY;
        };
    }

    private static FieldSet ofStatus(Kind<?> kind) {
        return switch (kind.name()) {
            case "Pod" -> POD_STATUS;
            case "Deployment" -> DEPLOYMENT_STATUS;
            default -> SPEC;
        };
    }
}
