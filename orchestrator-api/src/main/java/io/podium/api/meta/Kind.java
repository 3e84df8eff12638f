package io.podium.api.meta;

import io.podium.api.schema.ApiResource;
import io.podium.api.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object: how it is named, where it is served, and the schema of its objects.
 *
 * <p>A built-in kind is a constant of its record ({@code Pod.KIND}). A record of yours gets its kind from {@link #of}; a kind known only
 * at run time from {@link #dynamic}. All are registered with a cluster in the same way.
 *
 * @param <T> the type of its objects
 */
public final class Kind<T extends ApiObject<T>> {
    private final GroupVersionKind gvk;
    private final Names names;
    private final boolean namespaced;
    private final List<String> subresources;
    private final Class<T> type;
    private final @Nullable Schema<T> schema;

    /**
     * How a kind is named in URLs and on command lines.
     *
     * @param plural the resource name in URLs
     * @param singular the resource name of one object
     * @param shortNames abbreviations
     * @param categories groups of resources it belongs to
     */
    public record Names(String plural, String singular, List<String> shortNames, List<String> categories) {
        /** Copies the lists. */
        public Names {
            shortNames = List.copyOf(shortNames);
            categories = List.copyOf(categories);
        }
    }

    private Kind(GroupVersionKind gvk, Names names, boolean namespaced, List<String> subresources, Class<T> type) {
        this.gvk = gvk;
        this.names = names;
        this.namespaced = namespaced;
        this.subresources = List.copyOf(subresources);
        this.type = type;
        this.schema = null;
    }

    /** A kind whose schema was made at run time, by a function of the kind. */
    Kind(
            GroupVersionKind gvk,
            Names names,
            boolean namespaced,
            List<String> subresources,
            Class<T> type,
            Function<Kind<T>, Schema<T>> schema) {
        this.gvk = gvk;
        this.names = names;
        this.namespaced = namespaced;
        this.subresources = List.copyOf(subresources);
        this.type = type;
        this.schema = schema.apply(this);
    }

    /**
     * The kind of a record that is an {@link ApiResource}.
     *
     * @param type the record
     * @param <T> its type
     * @return its kind
     * @throws IllegalArgumentException if the record is no {@code @ApiResource}
     */
    public static <T extends ApiObject<T>> Kind<T> of(Class<T> type) {
        var resource = type.getAnnotation(ApiResource.class);
        if (resource == null) {
            throw new IllegalArgumentException(
                    type.getName() + " is no @ApiResource; annotate the record, naming its plural");
        }
        var kind = type.getSimpleName();
        return new Kind<>(
                new GroupVersionKind(resource.group(), resource.version(), kind),
                new Names(
                        resource.plural(),
                        kind.toLowerCase(Locale.ROOT),
                        List.of(resource.shortNames()),
                        List.of(resource.categories())),
                resource.namespaced(),
                List.of(resource.subresources()),
                type);
    }

    /**
     * Describes a kind known only at run time.
     *
     * @param apiVersion {@code group/version}, or {@code version} for the core group
     * @param kind the kind's name
     * @return a builder for it
     */
    public static DynamicKindBuilder dynamic(String apiVersion, String kind) {
        return new DynamicKindBuilder(GroupVersionKind.of(apiVersion, kind));
    }

    /**
     * Group, version and kind.
     *
     * @return its name
     */
    public GroupVersionKind gvk() {
        return gvk;
    }

    /**
     * The kind's name.
     *
     * @return for example {@code Pod}
     */
    public String name() {
        return gvk.kind();
    }

    /**
     * The API group.
     *
     * @return the group, empty for the core group
     */
    public String group() {
        return gvk.group();
    }

    /**
     * Group and version as objects carry them.
     *
     * @return for example {@code v1} or {@code apps/v1}
     */
    public String apiVersion() {
        return gvk.apiVersion();
    }

    /**
     * How it is named in URLs and on command lines.
     *
     * @return its names
     */
    public Names names() {
        return names;
    }

    /**
     * The resource name in URLs.
     *
     * @return for example {@code pods}
     */
    public String plural() {
        return names.plural();
    }

    /**
     * Resource and group: what error messages and storage keys call it.
     *
     * @return for example {@code pods} or {@code deployments.apps}
     */
    public String resource() {
        return gvk.group().isEmpty() ? names.plural() : names.plural() + "." + gvk.group();
    }

    /**
     * Whether its objects live in a namespace.
     *
     * @return false if cluster-scoped
     */
    public boolean namespaced() {
        return namespaced;
    }

    /**
     * The served subresources.
     *
     * @return names such as {@code status}
     */
    public List<String> subresources() {
        return subresources;
    }

    /**
     * The Java type of its objects.
     *
     * @return the type; {@link DynamicObject} for a kind known only at run time
     */
    public Class<T> type() {
        return type;
    }

    /**
     * The schema of its objects.
     *
     * @return the schema
     */
    public Schema<T> schema() {
        return schema == null ? Schema.of(type) : schema;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Kind<?> kind && kind.gvk.equals(gvk) && kind.type.equals(type);
    }

    @Override
    public int hashCode() {
        return gvk.hashCode();
    }

    @Override
    public String toString() {
        return gvk.toString();
    }
}
