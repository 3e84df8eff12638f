package io.podium.api.core;

import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Default;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.RetainKeys;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pod spec of {@code Pod.spec}.
 *
 * @param volumes the volumes: {@code volumes}
 * @param initContainers the init containers: {@code initContainers}
 * @param containers the containers: {@code containers}
 * @param ephemeralContainers the ephemeral containers: {@code ephemeralContainers}
 * @param restartPolicy the restart policy: {@code restartPolicy}
 * @param terminationGracePeriodSeconds the termination grace period seconds: {@code terminationGracePeriodSeconds}
 * @param activeDeadlineSeconds the active deadline seconds: {@code activeDeadlineSeconds}
 * @param dnsPolicy the dns policy: {@code dnsPolicy}
 * @param nodeSelector the node selector: {@code nodeSelector}
 * @param serviceAccountName the service account name: {@code serviceAccountName}
 * @param serviceAccount the service account: {@code serviceAccount}
 * @param automountServiceAccountToken the automount service account token: {@code automountServiceAccountToken}
 * @param nodeName the node name: {@code nodeName}
 * @param hostNetwork the host network: {@code hostNetwork}
 * @param hostPID the host PID: {@code hostPID}
 * @param hostIPC the host IPC: {@code hostIPC}
 * @param shareProcessNamespace the share process namespace: {@code shareProcessNamespace}
 * @param securityContext the security context: {@code securityContext}
 * @param imagePullSecrets the image pull secrets: {@code imagePullSecrets}
 * @param hostname the hostname: {@code hostname}
 * @param subdomain the subdomain: {@code subdomain}
 * @param affinity the affinity: {@code affinity}
 * @param schedulerName the scheduler name: {@code schedulerName}
 * @param tolerations the tolerations: {@code tolerations}
 * @param hostAliases the host aliases: {@code hostAliases}
 * @param priorityClassName the priority class name: {@code priorityClassName}
 * @param priority the priority: {@code priority}
 * @param dnsConfig the dns config: {@code dnsConfig}
 * @param readinessGates the readiness gates: {@code readinessGates}
 * @param runtimeClassName the runtime class name: {@code runtimeClassName}
 * @param enableServiceLinks the enable service links: {@code enableServiceLinks}
 * @param preemptionPolicy the preemption policy: {@code preemptionPolicy}
 * @param overhead the overhead: {@code overhead}
 * @param topologySpreadConstraints the topology spread constraints: {@code topologySpreadConstraints}
 * @param setHostnameAsFQDN the set hostname as FQDN: {@code setHostnameAsFQDN}
 * @param os the os: {@code os}
 * @param hostUsers the host users: {@code hostUsers}
 * @param schedulingGates the scheduling gates: {@code schedulingGates}
 * @param resourceClaims the resource claims: {@code resourceClaims}
 * @param resources the resources: {@code resources}
 * @param hostnameOverride the hostname override: {@code hostnameOverride}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodSpec(
        @Proto(1) @ListMap("name") @MergeKey("name") @RetainKeys
        List<Volume> volumes,

        @Proto(20) @ListMap("name") @MergeKey("name") List<Container> initContainers,
        @Proto(2) @Always @ListMap("name") @MergeKey("name") List<Container> containers,
        @Proto(34) @ListMap("name") @MergeKey("name") List<EphemeralContainer> ephemeralContainers,
        @Proto(3) String restartPolicy,
        @Proto(4) @Default("30") @Nullable Long terminationGracePeriodSeconds,
        @Proto(5) @Nullable Long activeDeadlineSeconds,
        @Proto(6) String dnsPolicy,
        @Proto(7) @Atomic Map<String, String> nodeSelector,
        @Proto(8) String serviceAccountName,
        @Proto(9) String serviceAccount,
        @Proto(21) @Nullable Boolean automountServiceAccountToken,
        @Proto(10) String nodeName,
        @Proto(11) boolean hostNetwork,
        @Proto(12) boolean hostPID,
        @Proto(13) boolean hostIPC,
        @Proto(27) @Nullable Boolean shareProcessNamespace,
        @Proto(14) @Nullable PodSecurityContext securityContext,
        @Proto(15) @ListMap("name") @MergeKey("name") List<LocalObjectReference> imagePullSecrets,
        @Proto(16) String hostname,
        @Proto(17) String subdomain,
        @Proto(18) @Nullable Affinity affinity,
        @Proto(19) String schedulerName,
        @Proto(22) List<Toleration> tolerations,
        @Proto(23) @ListMap("ip") @MergeKey("ip") List<HostAlias> hostAliases,
        @Proto(24) String priorityClassName,
        @Proto(25) @Default("0") @Nullable Integer priority,
        @Proto(26) @Nullable PodDNSConfig dnsConfig,
        @Proto(28) List<PodReadinessGate> readinessGates,
        @Proto(29) @Nullable String runtimeClassName,
        @Proto(30) @Default("true") @Nullable Boolean enableServiceLinks,
        @Proto(31) @Nullable String preemptionPolicy,
        @Proto(32) Map<String, Quantity> overhead,

        @Proto(33) @ListMap({"topologyKey", "whenUnsatisfiable"}) @MergeKey("topologyKey")
        List<TopologySpreadConstraint> topologySpreadConstraints,

        @Proto(35) @Nullable Boolean setHostnameAsFQDN,
        @Proto(36) @Nullable PodOS os,
        @Proto(37) @Nullable Boolean hostUsers,
        @Proto(38) @ListMap("name") @MergeKey("name") List<PodSchedulingGate> schedulingGates,

        @Proto(39) @ListMap("name") @MergeKey("name") @RetainKeys
        List<PodResourceClaim> resourceClaims,

        @Proto(40) @Nullable ResourceRequirements resources,
        @Proto(41) @Nullable String hostnameOverride,
        UnknownFields unknown)
        implements PodSpecWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodSpec {
        volumes = List.copyOf(volumes);
        initContainers = List.copyOf(initContainers);
        containers = List.copyOf(containers);
        ephemeralContainers = List.copyOf(ephemeralContainers);
        nodeSelector = Sorted.copyOf(nodeSelector);
        imagePullSecrets = List.copyOf(imagePullSecrets);
        tolerations = List.copyOf(tolerations);
        hostAliases = List.copyOf(hostAliases);
        readinessGates = List.copyOf(readinessGates);
        overhead = Sorted.copyOf(overhead);
        topologySpreadConstraints = List.copyOf(topologySpreadConstraints);
        schedulingGates = List.copyOf(schedulingGates);
        resourceClaims = List.copyOf(resourceClaims);
    }
}
