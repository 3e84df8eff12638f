package io.podium.patch.apply;

import java.util.Comparator;

/**
 * Who owns fields, as one entry of {@code managedFields} tells owners apart. What a manager applies and what it updates are two; what it
 * applies is one whatever the version.
 *
 * @param manager the name of the manager
 * @param applies whether it owns them by apply
 * @param apiVersion the version in which it updates them, empty if it applies
 * @param subresource the subresource through which it owns them
 */
record Owner(String manager, boolean applies, String apiVersion, String subresource) implements Comparable<Owner> {
    private static final Comparator<Owner> ORDER = Comparator.comparing(Owner::manager)
            .thenComparing(Owner::applies)
            .thenComparing(Owner::apiVersion)
            .thenComparing(Owner::subresource);

    static Owner applying(FieldManager manager) {
        return new Owner(manager.name(), true, "", manager.subresource());
    }

    static Owner updating(FieldManager manager) {
        return new Owner(manager.name(), false, manager.apiVersion(), manager.subresource());
    }

    @Override
    public int compareTo(Owner other) {
        return ORDER.compare(this, other);
    }

    /** The words for it in conflicts: {@code "kubectl" using apps/v1}. */
    @Override
    public String toString() {
        return "\"" + manager + "\""
                + (subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"")
                + (applies ? "" : " using " + apiVersion);
    }
}
