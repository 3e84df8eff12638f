package io.podium.api.meta;

/**
 * What a manifest says in {@code apiVersion} and {@code kind}.
 *
 * @param group the API group, empty for the core group
 * @param version the version
 * @param kind the kind
 */
public record GroupVersionKind(String group, String version, String kind) implements Comparable<GroupVersionKind> {

    /**
     * The name that a manifest gives.
     *
     * @param apiVersion {@code version} or {@code group/version}
     * @param kind the kind
     * @return the three parts
     */
    public static GroupVersionKind of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new GroupVersionKind("", apiVersion, kind)
                : new GroupVersionKind(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    /**
     * Group and version as objects carry them.
     *
     * @return for example {@code v1} or {@code apps/v1}
     */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    @Override
    public int compareTo(GroupVersionKind other) {
        int order = group.compareTo(other.group);
        order = order != 0 ? order : kind.compareTo(other.kind);
        return order != 0 ? order : version.compareTo(other.version);
    }

    @Override
    public String toString() {
        return apiVersion() + ", Kind=" + kind;
    }
}
