package io.podium.patch.apply;

import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ManagedFieldsEntry;
import java.util.List;

/** What becomes of an apply. */
public sealed interface ApplyResult {

    /**
     * The configuration was merged into the object.
     *
     * @param object the object as it shall be, as a tree with {@code apiVersion} and {@code kind} and without {@code managedFields};
     *     not yet defaulted or validated
     * @param changed whether it differs from the live object, owners apart
     * @param managedFields who owns what from now on
     */
    record Applied(JsonObject object, boolean changed, List<ManagedFieldsEntry> managedFields) implements ApplyResult {
        /** Copies the entries. */
        public Applied {
            managedFields = List.copyOf(managedFields);
        }
    }

    /**
     * The configuration would change fields that others own, and was not forced to.
     *
     * @param conflicts the fields and their owners, at least one
     */
    record Refused(List<Conflict> conflicts) implements ApplyResult {
        /** Copies the conflicts. */
        public Refused {
            conflicts = List.copyOf(conflicts);
        }

        /**
         * The sentence that says what is in conflict, as tools know it.
         *
         * @return for example {@code Apply failed with 1 conflict: conflict with "bob": .spec.replicas}
         */
        public String message() {
            if (conflicts.size() == 1) {
                var only = conflicts.getFirst();
                return "Apply failed with 1 conflict: conflict with " + only.owner() + ": " + only.field();
            }
            var message = new StringBuilder("Apply failed with ")
                    .append(conflicts.size())
                    .append(" conflicts: ");
            var owner = "";
            for (var conflict : conflicts) {
                if (!conflict.owner().equals(owner)) {
                    message.append(owner.isEmpty() ? "" : "\n")
                            .append("conflicts with ")
                            .append(conflict.owner())
                            .append(':');
                    owner = conflict.owner();
                }
                message.append("\n- ").append(conflict.field());
            }
            return message.toString();
        }
    }

    /**
     * A field that somebody else owns.
     *
     * @param owner the words for its owner, such as {@code "kubectl" using apps/v1}
     * @param field the path of the field, such as {@code .spec.replicas}
     */
    record Conflict(String owner, String field) {
        /** Kubernetes' reason of the cause that reports it. */
        public static final String REASON = "FieldManagerConflict";

        /**
         * The sentence of the cause that reports it.
         *
         * @return for example {@code conflict with "bob"}
         */
        public String message() {
            return "conflict with " + owner;
        }
    }
}
