package io.podium.api.meta;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.coordination.Lease;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.core.Service;
import io.podium.api.core.ServiceAccount;
import io.podium.api.discovery.EndpointSlice;
import io.podium.api.scheduling.PriorityClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The kinds that a cluster knows, found by what a manifest says or by what a URL says. A kind of yours is registered exactly as the
 * built-in ones are; the other versions under which a kind is served are {@linkplain ServedVersion converted}.
 *
 * <p>Safe for use by threads: a look-up sees a kind from the moment that {@link #register} returns.
 */
public final class Kinds {
    private static final List<Kind<?>> BUILT_IN = List.of(
            Namespace.KIND,
            Node.KIND,
            Pod.KIND,
            Service.KIND,
            ConfigMap.KIND,
            Secret.KIND,
            ServiceAccount.KIND,
            Event.KIND,
            Lease.KIND,
            Deployment.KIND,
            ReplicaSet.KIND,
            Job.KIND,
            EndpointSlice.KIND,
            PriorityClass.KIND);

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Registered registered = new Registered(
            Collections.unmodifiableSortedMap(new TreeMap<>()), Collections.unmodifiableSortedMap(new TreeMap<>()));

    /** What is known at one moment, by the name of kind and version; never changed. */
    private record Registered(
            SortedMap<GroupVersionKind, Kind<?>> kinds, SortedMap<GroupVersionKind, ServedVersion> versions) {}

    /** Knows no kind yet. */
    public Kinds() {}

    /**
     * The kinds that every cluster knows.
     *
     * @return a registry of its own for each caller
     */
    public static Kinds builtIn() {
        var kinds = new Kinds();
        BUILT_IN.forEach(kinds::register);
        kinds.register(EventsV1.SERVED);
        return kinds;
    }

    /**
     * Makes a kind known. One that is known already may be registered again.
     *
     * @param kind the kind
     * @throws IllegalArgumentException if another kind has its name or its resource name, or these are no names
     */
    public void register(Kind<?> kind) {
        refuseMisnamed(kind);
        lock.lock();
        try {
            var known = registered.kinds.get(kind.gvk());
            if (kind.equals(known)) {
                return;
            }
            refuseTaken(kind.gvk(), kind.plural());
            var kinds = new TreeMap<>(registered.kinds);
            kinds.put(kind.gvk(), kind);
            registered = new Registered(Collections.unmodifiableSortedMap(kinds), registered.versions);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes another version of a known kind known.
     *
     * @param version the version
     * @throws IllegalArgumentException if its kind is not known, or another kind has its name or its resource name
     */
    public void register(ServedVersion version) {
        lock.lock();
        try {
            if (!registered.kinds.containsKey(version.kind().gvk())) {
                throw new IllegalArgumentException(version.gvk() + " is a version of " + version.kind()
                        + ", which is not known; register that first");
            }
            refuseTaken(version.gvk(), version.kind().plural());
            var versions = new TreeMap<>(registered.versions);
            versions.put(version.gvk(), version);
            registered = new Registered(registered.kinds, Collections.unmodifiableSortedMap(versions));
        } finally {
            lock.unlock();
        }
    }

    /** Names of a kind stand in URLs and in the keys of its objects. */
    private static void refuseMisnamed(Kind<?> kind) {
        var gvk = kind.gvk();
        if (!gvk.group().isEmpty()) {
            refuseIf(DnsNames.subdomainProblems(gvk.group()), kind, "group", gvk.group());
        }
        refuseIf(DnsNames.labelProblems(gvk.version()), kind, "version", gvk.version());
        refuseIf(DnsNames.labelProblems(gvk.kind().toLowerCase(Locale.ROOT)), kind, "kind", gvk.kind());
        refuseIf(DnsNames.labelProblems(kind.plural()), kind, "plural", kind.plural());
    }

    private static void refuseIf(List<String> problems, Kind<?> kind, String part, String value) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "the kind " + kind + ": " + part + " \"" + value + "\": " + String.join("; ", problems));
        }
    }

    private void refuseTaken(GroupVersionKind gvk, String plural) {
        if (find(gvk).isPresent() || version(gvk).isPresent()) {
            throw new IllegalArgumentException(
                    "the kind " + gvk + " is registered already, as another type; give yours another name");
        }
        if (byResource(gvk.group(), gvk.version(), plural).isPresent()
                || versionByResource(gvk.group(), gvk.version(), plural).isPresent()) {
            throw new IllegalArgumentException("the kind " + gvk + " cannot be served as " + plural
                    + ", which another kind of " + gvk.apiVersion() + " is; give yours another plural");
        }
    }

    /**
     * The kind that a manifest names.
     *
     * @param gvk what the manifest says
     * @return the kind, or empty if it is not known or is {@linkplain #version another version} of a kind
     */
    public Optional<Kind<?>> find(GroupVersionKind gvk) {
        return Optional.ofNullable(registered.kinds.get(gvk));
    }

    /**
     * The kind that a URL names.
     *
     * @param group the API group, empty for the core group
     * @param version the version
     * @param plural the resource name
     * @return the kind, or empty if it is not known or is {@linkplain #versionByResource another version} of a kind
     */
    public Optional<Kind<?>> byResource(String group, String version, String plural) {
        for (var kind : registered.kinds.values()) {
            if (isServed(kind.gvk(), group, version) && kind.plural().equals(plural)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /**
     * The version that a manifest names, if that is not the one under which its kind is stored.
     *
     * @param gvk what the manifest says
     * @return the version, or empty
     */
    public Optional<ServedVersion> version(GroupVersionKind gvk) {
        return Optional.ofNullable(registered.versions.get(gvk));
    }

    /**
     * The version that a URL names, if that is not the one under which its kind is stored.
     *
     * @param group the API group, empty for the core group
     * @param version the version
     * @param plural the resource name
     * @return the version, or empty
     */
    public Optional<ServedVersion> versionByResource(String group, String version, String plural) {
        for (var served : registered.versions.values()) {
            if (isServed(served.gvk(), group, version) && served.kind().plural().equals(plural)) {
                return Optional.of(served);
            }
        }
        return Optional.empty();
    }

    private static boolean isServed(GroupVersionKind gvk, String group, String version) {
        return gvk.group().equals(group) && gvk.version().equals(version);
    }

    /**
     * All kinds.
     *
     * @return a copy, ordered by group, kind and version
     */
    public List<Kind<?>> all() {
        return List.copyOf(registered.kinds.values());
    }

    /**
     * All other versions of kinds.
     *
     * @return a copy, ordered by group, kind and version
     */
    public List<ServedVersion> versions() {
        return List.copyOf(registered.versions.values());
    }

    /**
     * What stands in the way of a manifest whose kind is not known.
     *
     * @param gvk what the manifest says
     * @return a sentence that names it and says what to do
     */
    public String unknown(GroupVersionKind gvk) {
        var elsewhere = new ArrayList<String>();
        @Nullable String other = null;
        for (var kind : registered.kinds.values()) {
            if (kind.name().equals(gvk.kind())) {
                elsewhere.add(kind.apiVersion());
            } else if (kind.name().equalsIgnoreCase(gvk.kind())
                    && kind.apiVersion().equals(gvk.apiVersion())) {
                other = kind.name();
            }
        }
        var remedy = !elsewhere.isEmpty()
                ? "it is known under apiVersion " + String.join(", ", elsewhere)
                : other != null
                        ? "write " + other
                        : "correct apiVersion and kind, or serve a kind of yours with Cluster.builder().kind(...)";
        return "no kind \"" + gvk.kind() + "\" is registered for version \"" + gvk.apiVersion() + "\"; " + remedy;
    }
}
