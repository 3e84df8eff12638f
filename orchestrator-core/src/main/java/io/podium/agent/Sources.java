package io.podium.agent;

import io.podium.api.core.ConfigMap;
import io.podium.api.core.Secret;
import io.podium.api.meta.ObjectKey;
import org.jspecify.annotations.Nullable;

/** Reads the ConfigMaps and Secrets that containers and volumes refer to. */
final class Sources {
    private Sources() {}

    static @Nullable ConfigMap configMap(Site site, String namespace, String name, @Nullable Boolean optional)
            throws ConfigFailure {
        var found = site.client().find(ConfigMap.KIND, ObjectKey.of(namespace, name));
        if (found.isEmpty() && !Boolean.TRUE.equals(optional)) {
            throw new ConfigFailure("configmap \"" + name + "\" not found");
        }
        return found.orElse(null);
    }

    static @Nullable Secret secret(Site site, String namespace, String name, @Nullable Boolean optional)
            throws ConfigFailure {
        var found = site.client().find(Secret.KIND, ObjectKey.of(namespace, name));
        if (found.isEmpty() && !Boolean.TRUE.equals(optional)) {
            throw new ConfigFailure("secret \"" + name + "\" not found");
        }
        return found.orElse(null);
    }
}
