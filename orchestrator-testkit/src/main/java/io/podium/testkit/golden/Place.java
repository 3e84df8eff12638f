package io.podium.testkit.golden;

import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import io.podium.api.meta.ServedVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a path names.
 *
 * @param kind the kind
 * @param version the version of it that the path names, or null for the stored one
 * @param namespace the namespace, empty for all or for a kind without
 * @param name the object, empty for the collection
 * @param subresource the part of the object, empty for the whole
 */
record Place(Kind<?> kind, @Nullable ServedVersion version, String namespace, String name, String subresource) {

    /** The place of a path, or null if the path names none. */
    static @Nullable Place of(List<String> path, Kinds kinds) {
        boolean core = path.getFirst().equals("api");
        int at = core ? 2 : 3;
        if (path.size() <= at || (!core && !path.getFirst().equals("apis"))) {
            return null;
        }
        var group = core ? "" : path.get(1);
        var rest = path.subList(at, path.size());
        boolean inNamespace = rest.getFirst().equals("namespaces") && rest.size() > 2 && !isSubresource(rest.get(2));
        var namespace = inNamespace ? rest.get(1) : "";
        var named = inNamespace ? rest.subList(2, rest.size()) : rest;
        return of(group, path.get(at - 1), named, namespace, kinds);
    }

    private static @Nullable Place of(String group, String version, List<String> named, String namespace, Kinds kinds) {
        var served = kinds.versionByResource(group, version, named.getFirst()).orElse(null);
        var kind = served == null
                ? kinds.byResource(group, version, named.getFirst()).orElse(null)
                : served.kind();
        if (kind == null) {
            return null;
        }
        return new Place(
                kind, served, namespace, named.size() > 1 ? named.get(1) : "", named.size() > 2 ? named.get(2) : "");
    }

    /** The path of the objects of a kind, in a namespace if it has namespaces. */
    static String url(Kind<?> kind, String namespace) {
        var root = kind.group().isEmpty() ? "/api/" : "/apis/";
        var within = kind.namespaced() ? "/namespaces/" + namespace : "";
        return root + kind.apiVersion() + within + "/" + kind.plural();
    }

    private static boolean isSubresource(String name) {
        return name.equals("status") || name.equals("finalize");
    }
}
