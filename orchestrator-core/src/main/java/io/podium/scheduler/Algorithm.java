package io.podium.scheduler;

import io.podium.api.core.Node;
import io.podium.api.core.NodeSelectors;
import io.podium.api.core.Tolerations;
import io.podium.api.dispatch.RandomSource;
import io.podium.scheduler.PodRequirements.Placement;
import io.podium.scheduler.plugin.FilterPlugin;
import io.podium.scheduler.plugin.NodeAffinity;
import io.podium.scheduler.plugin.NodeName;
import io.podium.scheduler.plugin.NodePorts;
import io.podium.scheduler.plugin.NodeUnschedulable;
import io.podium.scheduler.plugin.PlacementFilter;
import io.podium.scheduler.plugin.ResourceFit;
import io.podium.scheduler.plugin.TaintToleration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides where a pod goes. Beginning at another node each time, nodes that all filters let pass are scored until there are as many as
 * Kubernetes would look at, and one of the best is taken.
 *
 * <p>What depends on labels and taints alone is worked out once for all pods that ask for the same, and anew when nodes change.
 */
public final class Algorithm {
    private static final int MOST_PLACEMENTS = 512;
    private static final int LEAST_SCORED = 100;
    private static final int BEST = 100;

    /** Of a node that is not looked at, because the pod names those that it wants. */
    private static final String NOT_NAMED = "node(s) didn't satisfy plugin(s) [NodeAffinity]";

    private final Snapshot nodes;
    private final RandomSource random;
    private final PlacementFilter unschedulable = new NodeUnschedulable();
    private final List<PlacementFilter> placementFilters = List.of(new TaintToleration(), new NodeAffinity());
    private final List<FilterPlugin> filters = List.of(new NodePorts(), new ResourceFit());
    private final FilterPlugin nodeName = new NodeName();
    private final Map<Placement, Placements> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Placement, Placements> eldest) {
            return size() > MOST_PLACEMENTS;
        }
    };
    private int start;

    /** The nodes that suit a placement, as of a version of the snapshot. */
    private record Placements(long version, Candidates candidates) {}

    /**
     * An algorithm over a snapshot.
     *
     * @param nodes the snapshot, which others update
     * @param random picks among equally good nodes
     */
    public Algorithm(Snapshot nodes, RandomSource random) {
        this.nodes = nodes;
        this.random = random;
    }

    /**
     * Decides where a pod goes.
     *
     * @param pod what it requires
     * @return the decision
     */
    public Decision decide(PodRequirements pod) {
        int best = best(pod, placements(pod.placement()));
        return best < 0 ? new Decision.Nowhere() : new Decision.Place(best);
    }

    /**
     * The nodes on which a pod can run.
     *
     * @param pod what it requires
     * @return the candidates that all filters leave
     */
    public Candidates feasible(PodRequirements pod) {
        var candidates = placements(pod.placement()).copy();
        var concerned = concerned(pod);
        candidates.retain(index -> passes(pod, index, concerned));
        return candidates;
    }

    /** The filters that have a say; mostly one, which matters because nodes are asked by the thousand. */
    private FilterPlugin[] concerned(PodRequirements pod) {
        return Stream.concat(Stream.of(nodeName), filters.stream())
                .filter(filter -> filter.concerns(pod))
                .toArray(FilterPlugin[]::new);
    }

    private boolean passes(PodRequirements pod, int index, FilterPlugin[] concerned) {
        for (var filter : concerned) {
            if (!filter.passes(pod, nodes, index)) {
                return false;
            }
        }
        return true;
    }

    private Candidates placements(Placement placement) {
        var present = known.get(placement);
        if (present != null && present.version() == nodes.placementVersion()) {
            return present.candidates();
        }
        var candidates = Candidates.all(nodes);
        candidates.retain(index -> {
            var node = nodes.node(index);
            return node != null && suits(placement, node);
        });
        known.put(placement, new Placements(nodes.placementVersion(), candidates));
        return candidates;
    }

    private boolean suits(Placement placement, Node node) {
        if (!unschedulable.passes(placement, node)) {
            return false;
        }
        for (var filter : placementFilters) {
            if (!filter.passes(placement, node)) {
                return false;
            }
        }
        return true;
    }

    /** The best of the nodes that are worth a look, or -1 if the pod fits nowhere. */
    private int best(PodRequirements pod, Candidates candidates) {
        int enough = enough(nodes.count());
        int first = candidates.nextRound(start);
        if (first < 0) {
            return -1;
        }
        var concerned = concerned(pod);
        var best = new int[enough];
        double bestScore = -1;
        int ties = 0;
        int scored = 0;
        int at = first;
        do {
            if (passes(pod, at, concerned)) {
                double score = score(pod, at);
                if (score > bestScore) {
                    bestScore = score;
                    ties = 0;
                }
                if (score == bestScore) {
                    best[ties++] = at;
                }
                scored++;
            }
            at = candidates.nextRound(at + 1);
        } while (at != first && scored < enough);
        start = at == first ? start : at;
        return switch (ties) {
            case 0 -> -1;
            case 1 -> best[0];
            default -> best[random.nextInt(ties)];
        };
    }

    /** How many nodes are worth a look: all of a few, a tenth of thousands, as Kubernetes has it. */
    private static int enough(int count) {
        if (count <= LEAST_SCORED) {
            return count;
        }
        int percent = Math.max(5, 50 - count / 125);
        return Math.max(LEAST_SCORED, count * percent / 100);
    }

    private double score(PodRequirements pod, int index) {
        double cpu = nodes.cpuFraction(index, pod.milliCpu() == 0 ? PodRequirements.ASSUMED_MILLI_CPU : pod.milliCpu());
        double memory = nodes.memoryFraction(index, pod.bytes() == 0 ? PodRequirements.ASSUMED_BYTES : pod.bytes());
        double least = (free(cpu) + free(memory)) / 2;
        double balanced = BEST * (1 - Math.abs(cpu - memory) / 2);
        return least + balanced + 3 * toleration(pod, index) + 2 * preference(pod, index);
    }

    private static double free(double fraction) {
        return fraction >= 1 ? 0 : BEST * (1 - fraction);
    }

    private double toleration(PodRequirements pod, int index) {
        if (nodes.softTaints(index).isEmpty()) {
            return BEST;
        }
        int disliked = 0;
        for (var taint : nodes.softTaints(index)) {
            disliked += Tolerations.tolerate(pod.placement().tolerations(), taint) ? 0 : 1;
        }
        return (double) BEST / (1 + disliked);
    }

    private double preference(PodRequirements pod, int index) {
        var node = pod.preferences().isEmpty() ? null : nodes.node(index);
        if (node == null) {
            return 0;
        }
        double total = 0;
        double matched = 0;
        for (var term : pod.preferences()) {
            total += term.weight();
            matched += NodeSelectors.matches(term.preference(), node) ? term.weight() : 0;
        }
        return total == 0 ? 0 : BEST * matched / total;
    }

    /**
     * Says why a pod fits nowhere, as Kubernetes says it: how many nodes there are, how many of them each reason rules out, and whether it would
     * help if less important pods went.
     *
     * @param pod what it requires
     * @return for example {@code 0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient memory.}, and a sentence on preemption,
     *     which is not there if less important pods could make room
     */
    public String explain(PodRequirements pod) {
        if (nodes.count() == 0) {
            return "no nodes available to schedule pods";
        }
        var named = NodeAffinity.named(pod.placement());
        boolean contradicts = named.filter(Set::isEmpty).isPresent();
        var counts = new TreeMap<String, Integer>();
        var preemption = new Preemption(pod);
        var victims = nodes.nodesWithPodsBelow(pod.priority());
        for (int index = 0; index < nodes.end(); index++) {
            var node = nodes.node(index);
            if (node != null) {
                boolean isLookedAt =
                        named.filter(names -> !names.contains(node.name())).isEmpty();
                var obstacle = isLookedAt ? obstacle(pod, index) : Obstacle.unresolvable(NOT_NAMED);
                obstacle.reasons().forEach(reason -> counts.merge(reason, 1, Integer::sum));
                preemption.count(obstacle.isUnresolvable(), victims.contains(node.name()));
            }
        }
        var why = contradicts ? "pod affinity terms conflict" : sentence(counts);
        return "0/" + nodes.count() + " nodes are available: " + why + "."
                + preemption.sentence().map(sentence -> " " + sentence).orElse("");
    }

    private static String sentence(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What keeps a pod off a node, if anything does. */
    private Obstacle obstacle(PodRequirements pod, int index) {
        var node = nodes.node(index);
        if (node == null) {
            return Obstacle.NONE;
        }
        if (!unschedulable.passes(pod.placement(), node)) {
            return Obstacle.unresolvable(unschedulable.reason());
        }
        if (!nodeName.passes(pod, nodes, index)) {
            return obstacle(nodeName, pod, index);
        }
        for (var filter : placementFilters) {
            if (!filter.passes(pod.placement(), node)) {
                return Obstacle.unresolvable(filter.reason());
            }
        }
        for (var filter : filters) {
            if (!filter.passes(pod, nodes, index)) {
                return obstacle(filter, pod, index);
            }
        }
        return Obstacle.NONE;
    }

    private Obstacle obstacle(FilterPlugin filter, PodRequirements pod, int index) {
        return new Obstacle(filter.explain(pod, nodes, index), filter.isUnresolvable(pod, nodes, index));
    }
}
