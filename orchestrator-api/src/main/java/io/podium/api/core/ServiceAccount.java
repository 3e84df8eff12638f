package io.podium.api.core;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kind {@code ServiceAccount}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param secrets the secrets: {@code secrets}
 * @param imagePullSecrets the image pull secrets: {@code imagePullSecrets}
 * @param automountServiceAccountToken the automount service account token: {@code automountServiceAccountToken}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(plural = "serviceaccounts", shortNames = "sa", subresources = "token")
public record ServiceAccount(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @ListMap("name") @MergeKey("name") List<ObjectReference> secrets,
        @Proto(3) List<LocalObjectReference> imagePullSecrets,
        @Proto(4) @Nullable Boolean automountServiceAccountToken,
        UnknownFields unknown)
        implements ServiceAccountWith {
    /** The kind of these objects. */
    public static final Kind<ServiceAccount> KIND = Kind.of(ServiceAccount.class);

    /**
     * Begins the description of a {@code ServiceAccount}.
     *
     * @param name its name
     * @return a builder
     */
    public static ServiceAccountBuilder named(String name) {
        return new ServiceAccountBuilder().name(name);
    }

    /** Copies lists and maps; maps are sorted by key. */
    public ServiceAccount {
        secrets = List.copyOf(secrets);
        imagePullSecrets = List.copyOf(imagePullSecrets);
    }
}
