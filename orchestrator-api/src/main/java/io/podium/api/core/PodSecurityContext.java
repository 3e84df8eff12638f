package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pod security context of {@code Pod.spec.securityContext}.
 *
 * @param seLinuxOptions the se linux options: {@code seLinuxOptions}
 * @param windowsOptions the windows options: {@code windowsOptions}
 * @param runAsUser the run as user: {@code runAsUser}
 * @param runAsGroup the run as group: {@code runAsGroup}
 * @param runAsNonRoot the run as non root: {@code runAsNonRoot}
 * @param supplementalGroups the supplemental groups: {@code supplementalGroups}
 * @param supplementalGroupsPolicy the supplemental groups policy: {@code supplementalGroupsPolicy}
 * @param fsGroup the fs group: {@code fsGroup}
 * @param sysctls the sysctls: {@code sysctls}
 * @param fsGroupChangePolicy the fs group change policy: {@code fsGroupChangePolicy}
 * @param seccompProfile the seccomp profile: {@code seccompProfile}
 * @param appArmorProfile the app armor profile: {@code appArmorProfile}
 * @param seLinuxChangePolicy the se linux change policy: {@code seLinuxChangePolicy}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodSecurityContext(
        @Proto(1) @Nullable SELinuxOptions seLinuxOptions,
        @Proto(8) @Nullable WindowsSecurityContextOptions windowsOptions,
        @Proto(2) @Nullable Long runAsUser,
        @Proto(6) @Nullable Long runAsGroup,
        @Proto(3) @Nullable Boolean runAsNonRoot,
        @Proto(4) List<Long> supplementalGroups,
        @Proto(12) @Nullable String supplementalGroupsPolicy,
        @Proto(5) @Nullable Long fsGroup,
        @Proto(7) List<Sysctl> sysctls,
        @Proto(9) @Nullable String fsGroupChangePolicy,
        @Proto(10) @Nullable SeccompProfile seccompProfile,
        @Proto(11) @Nullable AppArmorProfile appArmorProfile,
        @Proto(13) @Nullable String seLinuxChangePolicy,
        UnknownFields unknown)
        implements PodSecurityContextWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodSecurityContext {
        supplementalGroups = List.copyOf(supplementalGroups);
        sysctls = List.copyOf(sysctls);
    }
}
