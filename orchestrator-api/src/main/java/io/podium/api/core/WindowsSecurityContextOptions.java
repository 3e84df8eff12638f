package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The windows security context options of {@code Pod.spec.securityContext.windowsOptions}.
 *
 * @param gmsaCredentialSpecName the gmsa credential spec name: {@code gmsaCredentialSpecName}
 * @param gmsaCredentialSpec the gmsa credential spec: {@code gmsaCredentialSpec}
 * @param runAsUserName the run as user name: {@code runAsUserName}
 * @param hostProcess the host process: {@code hostProcess}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record WindowsSecurityContextOptions(
        @Proto(1) @Nullable String gmsaCredentialSpecName,
        @Proto(2) @Nullable String gmsaCredentialSpec,
        @Proto(3) @Nullable String runAsUserName,
        @Proto(4) @Nullable Boolean hostProcess,
        UnknownFields unknown)
        implements WindowsSecurityContextOptionsWith {}
