package io.podium.agent;

import io.podium.api.core.NodeCondition;
import io.podium.api.core.NodeConditionBuilder;
import io.podium.api.core.NodeStatus;
import io.podium.api.core.NodeStatusBuilder;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Times;
import io.podium.api.runtime.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how a node is, as Kubernetes says it. */
final class NodeStatuses {
    /** After how long an unchanged status is written again. */
    static final Duration REPORT_INTERVAL = Duration.ofMinutes(5);

    private static final String VERSION = "v1.34.4";

    private final AgentSettings settings;
    private final Machine machine;
    private final Map<String, Quantity> capacity;
    private final String runtimeVersion;
    private final List<Said> said;

    /** A condition, but for its times. */
    private record Said(String type, String status, String reason, String message) {}

    NodeStatuses(AgentSettings settings, Machine machine, Map<String, Quantity> capacity, String runtimeVersion) {
        this.settings = settings;
        this.machine = machine;
        this.capacity = capacity;
        this.runtimeVersion = runtimeVersion;
        this.said = List.of(
                new Said(
                        "MemoryPressure",
                        "False",
                        "KubeletHasSufficientMemory",
                        "kubelet has sufficient memory available"),
                new Said("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
                new Said("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
                limits(machine),
                new Said("Ready", "True", "KubeletReady", "kubelet is posting ready status"));
    }

    /** What containers ask for and the node does not enforce. */
    private static Said limits(Machine machine) {
        var gaps = machine.unenforced().entrySet().stream()
                .map(gap -> gap.getKey() + ": " + gap.getValue())
                .collect(Collectors.joining("; "));
        return gaps.isEmpty()
                ? new Said("podium.io/LimitsEnforced", "True", "AllEnforced", "all limits of containers are enforced")
                : new Said("podium.io/LimitsEnforced", "False", "NotEnforced", "not enforced here: " + gaps);
    }

    /** The status after another; the same one if nothing has changed and it is not time to say so again. */
    NodeStatus next(@Nullable NodeStatus before, Instant now) {
        if (before == null) {
            return complete(new NodeStatusBuilder(), List.of(), Times.toSeconds(now));
        }
        if (isCurrent(before, now)) {
            return before;
        }
        return complete(before.toBuilder(), before.conditions(), Times.toSeconds(now));
    }

    private boolean isCurrent(NodeStatus before, Instant now) {
        for (var each : said) {
            var condition = find(before.conditions(), each.type());
            if (condition == null
                    || !condition.status().equals(each.status())
                    || !condition.reason().equals(each.reason())
                    || condition.lastHeartbeatTime() == null
                    || !now.isBefore(condition.lastHeartbeatTime().plus(REPORT_INTERVAL))) {
                return false;
            }
        }
        return before.capacity().equals(capacity)
                && before.nodeInfo().bootID().equals(machine.bootId())
                && before.nodeInfo().containerRuntimeVersion().equals(runtimeVersion);
    }

    private NodeStatus complete(NodeStatusBuilder status, List<NodeCondition> before, Instant now) {
        return status.capacity(capacity)
                .allocatable(capacity)
                .conditions(conditions(before, now))
                .addresses(List.of())
                .address(address -> address.type("InternalIP").address(settings.address()))
                .address(address -> address.type("Hostname").address(settings.node()))
                .nodeInfo(info -> info.machineID(machine.machineId())
                        .systemUUID(machine.machineId())
                        .bootID(machine.bootId())
                        .kernelVersion(machine.kernelVersion())
                        .osImage(machine.osImage())
                        .containerRuntimeVersion(runtimeVersion)
                        .kubeletVersion(VERSION)
                        .kubeProxyVersion("")
                        .operatingSystem(machine.operatingSystem())
                        .architecture(machine.architecture()))
                .build();
    }

    private List<NodeCondition> conditions(List<NodeCondition> before, Instant now) {
        var conditions = new ArrayList<NodeCondition>();
        for (var condition : before) {
            if (said.stream().noneMatch(each -> each.type().equals(condition.type()))) {
                conditions.add(condition);
            }
        }
        for (var each : said) {
            var old = find(before, each.type());
            var since = old != null && old.status().equals(each.status()) && old.lastTransitionTime() != null
                    ? old.lastTransitionTime()
                    : now;
            conditions.add(new NodeConditionBuilder()
                    .type(each.type())
                    .status(each.status())
                    .reason(each.reason())
                    .message(each.message())
                    .lastHeartbeatTime(now)
                    .lastTransitionTime(since)
                    .build());
        }
        return conditions;
    }

    private static @Nullable NodeCondition find(List<NodeCondition> conditions, String type) {
        for (var condition : conditions) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }
}
