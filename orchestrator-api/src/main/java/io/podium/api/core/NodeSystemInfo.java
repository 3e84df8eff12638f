package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The node system info of {@code Node.status.nodeInfo}.
 *
 * @param machineID the machine ID: {@code machineID}
 * @param systemUUID the system UUID: {@code systemUUID}
 * @param bootID the boot ID: {@code bootID}
 * @param kernelVersion the kernel version: {@code kernelVersion}
 * @param osImage the os image: {@code osImage}
 * @param containerRuntimeVersion the container runtime version: {@code containerRuntimeVersion}
 * @param kubeletVersion the kubelet version: {@code kubeletVersion}
 * @param kubeProxyVersion the kube proxy version: {@code kubeProxyVersion}
 * @param operatingSystem the operating system: {@code operatingSystem}
 * @param architecture the architecture: {@code architecture}
 * @param swap the swap: {@code swap}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeSystemInfo(
        @Proto(1) @Always String machineID,
        @Proto(2) @Always String systemUUID,
        @Proto(3) @Always String bootID,
        @Proto(4) @Always String kernelVersion,
        @Proto(5) @Always String osImage,
        @Proto(6) @Always String containerRuntimeVersion,
        @Proto(7) @Always String kubeletVersion,
        @Proto(8) @Always String kubeProxyVersion,
        @Proto(9) @Always String operatingSystem,
        @Proto(10) @Always String architecture,
        @Proto(11) @Nullable NodeSwapStatus swap,
        UnknownFields unknown)
        implements NodeSystemInfoWith {}
