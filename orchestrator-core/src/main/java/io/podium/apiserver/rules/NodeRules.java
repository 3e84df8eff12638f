package io.podium.apiserver.rules;

import io.podium.api.core.Node;
import io.podium.api.core.NodeSpec;
import io.podium.api.core.NodeStatus;
import io.podium.api.core.Taint;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Nodes. What identifies one outside the cluster never changes. */
final class NodeRules implements KindRules<Node> {
    private static final List<String> EFFECTS = List.of("NoExecute", "NoSchedule", "PreferNoSchedule");
    private static final int MILLI = 1000;
    private static final List<String> COUNTED = List.of(
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");
    private static final Path SPEC = Path.of("spec");
    private static final Path STATUS = Path.of("status");
    private static final Path POD_CIDRS = SPEC.child("podCIDRs");
    private static final Path TAINTS = Path.of("metadata").child("taints"); // Kubernetes reports them here
    private static final Path CAPACITY = STATUS.child("capacity");
    private static final Path ALLOCATABLE = STATUS.child("allocatable");
    private static final Path ADDRESSES = STATUS.child("addresses");

    @Override
    public Node defaults(Node node) {
        var spec = withMatchingCidrs(node.spec());
        var result = spec == node.spec() ? node : node.withSpec(spec);
        var status = node.status();
        return status.allocatable().isEmpty() && !status.capacity().isEmpty()
                ? result.withStatus(status.withAllocatable(status.capacity()))
                : result;
    }

    /** Old clients know one block of addresses only; what they say of it decides. */
    private static NodeSpec withMatchingCidrs(NodeSpec spec) {
        var first = spec.podCIDRs().isEmpty() ? "" : spec.podCIDRs().getFirst();
        if (spec.podCIDR().equals(first)) {
            return spec;
        }
        return spec.podCIDR().isEmpty() ? spec.withPodCIDR(first) : spec.withPodCIDRs(List.of(spec.podCIDR()));
    }

    @Override
    public Node prepareForCreate(Node node) {
        return node.withSpec(withoutConfigSource(node.spec()));
    }

    @Override
    public Node prepareForUpdate(Node updated, Node old) {
        return updated.withSpec(withoutConfigSource(updated.spec())).withStatus(old.status());
    }

    @Override
    public Node prepareForStatusUpdate(Node updated, Node old) {
        return updated.withSpec(old.spec());
    }

    @Override
    public void validateCreate(Node node, Problems problems) {
        validateTaints(node.spec().taints(), problems);
        validateAmounts(CAPACITY, node.status().capacity(), problems);
        validateAmounts(ALLOCATABLE, node.status().allocatable(), problems);
        validateCidrs(node.spec().podCIDRs(), problems);
    }

    @Override
    public void validateUpdate(Node updated, Node old, Problems problems) {
        validateCreate(updated, problems);
        validateKept(updated.spec(), old.spec(), problems);
        validateAddresses(updated.status(), problems);
    }

    @Override
    public void validateStatusUpdate(Node updated, Node old, Problems problems) {
        validateAmounts(CAPACITY, updated.status().capacity(), problems);
        validateAmounts(ALLOCATABLE, updated.status().allocatable(), problems);
        validateAddresses(updated.status(), problems);
    }

    @Override
    public Map<String, Function<Node, String>> selectableFields() {
        return Sorted.of(
                "spec.unschedulable", node -> Boolean.toString(node.spec().unschedulable()));
    }

    private static NodeSpec withoutConfigSource(NodeSpec spec) {
        return spec.configSource() == null ? spec : spec.withConfigSource(null);
    }

    private static void validateTaints(List<Taint> taints, Problems problems) {
        var seen = new TreeSet<String>();
        for (int i = 0; i < taints.size(); i++) {
            var taint = taints.get(i);
            var path = TAINTS.index(i);
            problems.invalidAll(path.child("key"), taint.key(), Formats.qualifiedName(taint.key()));
            problems.invalidAll(path.child("value"), taint.value(), Formats.labelValue(taint.value()));
            Checks.requiredOneOf(path.child("effect"), taint.effect(), EFFECTS, problems);
            if (!seen.add(taint.key() + ":" + taint.effect())) {
                problems.duplicate(path, taint.key() + ":" + taint.effect());
            }
        }
    }

    private static void validateAmounts(Path path, Map<String, Quantity> amounts, Problems problems) {
        for (var amount : amounts.entrySet()) {
            var place = path.child(amount.getKey()); // Kubernetes does not take it for the key that it is
            if (amount.getValue().signum() < 0) {
                problems.invalid(place, amount.getValue().toString(), "must be greater than or equal to 0");
            }
            if (isWhole(amount.getKey()) && amount.getValue().milliValue() % MILLI != 0) {
                problems.invalid(place, amount.getValue().toString(), "must be an integer");
            }
        }
    }

    /** What is counted in pieces: objects, and the devices that plugins bring. */
    private static boolean isWhole(String resource) {
        boolean ofPlugin = resource.indexOf('/') >= 0
                && !resource.contains("kubernetes.io/")
                && !resource.startsWith("requests.")
                && Formats.qualifiedName("requests." + resource).isEmpty();
        return ofPlugin || COUNTED.contains(resource);
    }

    private static void validateCidrs(List<String> cidrs, Problems problems) {
        for (int i = 0; i < cidrs.size(); i++) {
            problems.invalidAll(POD_CIDRS.index(i), cidrs.get(i), Addresses.cidrProblems(cidrs.get(i)));
            if (cidrs.subList(0, i).contains(cidrs.get(i))) {
                problems.duplicate(POD_CIDRS.index(i), cidrs.get(i));
            }
        }
        if (cidrs.size() > 2) {
            problems.invalid(POD_CIDRS, cidrs, "must specify no more than one CIDR for each IP family");
        } else if (cidrs.size() == 2) {
            var one = Addresses.parseCidr(cidrs.getFirst());
            var two = Addresses.parseCidr(cidrs.getLast());
            if (one.isPresent()
                    && two.isPresent()
                    && Addresses.isV6(one.get().address())
                            == Addresses.isV6(two.get().address())) {
                problems.invalid(POD_CIDRS, cidrs, "must specify no more than one CIDR for each IP family");
            }
        }
    }

    private static void validateKept(NodeSpec now, NodeSpec old, Problems problems) {
        if (!old.podCIDRs().isEmpty() && !now.podCIDRs().equals(old.podCIDRs())) {
            problems.forbidden(POD_CIDRS, "node updates may not change podCIDR except from \"\" to valid");
        }
        if (!old.providerID().isEmpty() && !now.providerID().equals(old.providerID())) {
            problems.forbidden(
                    SPEC.child("providerID"), "node updates may not change providerID except from \"\" to valid");
        }
        if (!now.externalID().equals(old.externalID())) {
            problems.forbidden(SPEC.child("externalID"), "may not be updated");
        }
    }

    private static void validateAddresses(NodeStatus status, Problems problems) {
        var addresses = status.addresses();
        for (int i = 1; i < addresses.size(); i++) {
            if (addresses.subList(0, i).contains(addresses.get(i))) {
                problems.duplicate(ADDRESSES.index(i), addresses.get(i));
            }
        }
    }
}
