package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The security context of {@code Pod.spec.initContainers[].securityContext}.
 *
 * @param capabilities the capabilities: {@code capabilities}
 * @param privileged the privileged: {@code privileged}
 * @param seLinuxOptions the se linux options: {@code seLinuxOptions}
 * @param windowsOptions the windows options: {@code windowsOptions}
 * @param runAsUser the run as user: {@code runAsUser}
 * @param runAsGroup the run as group: {@code runAsGroup}
 * @param runAsNonRoot the run as non root: {@code runAsNonRoot}
 * @param readOnlyRootFilesystem the read only root filesystem: {@code readOnlyRootFilesystem}
 * @param allowPrivilegeEscalation the allow privilege escalation: {@code allowPrivilegeEscalation}
 * @param procMount the proc mount: {@code procMount}
 * @param seccompProfile the seccomp profile: {@code seccompProfile}
 * @param appArmorProfile the app armor profile: {@code appArmorProfile}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SecurityContext(
        @Proto(1) @Nullable Capabilities capabilities,
        @Proto(2) @Nullable Boolean privileged,
        @Proto(3) @Nullable SELinuxOptions seLinuxOptions,
        @Proto(10) @Nullable WindowsSecurityContextOptions windowsOptions,
        @Proto(4) @Nullable Long runAsUser,
        @Proto(8) @Nullable Long runAsGroup,
        @Proto(5) @Nullable Boolean runAsNonRoot,
        @Proto(6) @Nullable Boolean readOnlyRootFilesystem,
        @Proto(7) @Nullable Boolean allowPrivilegeEscalation,
        @Proto(9) @Nullable String procMount,
        @Proto(11) @Nullable SeccompProfile seccompProfile,
        @Proto(12) @Nullable AppArmorProfile appArmorProfile,
        UnknownFields unknown)
        implements SecurityContextWith {}
