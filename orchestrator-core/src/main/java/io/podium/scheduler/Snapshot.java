package io.podium.scheduler;

import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Taint;
import io.podium.api.meta.Quantity;
import io.podium.scheduler.PodRequirements.HostPort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The nodes and what is free on them, in columns: entry {@code n} of each array belongs to node {@code n}. Updated as nodes and pods change;
 * one thread at a time uses it.
 */
public final class Snapshot {
    private static final int INITIAL = 16;

    // Looked up by key only; never iterated.
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final Map<String, Placed> placed = new HashMap<>();

    /** How many pods that take room have which priority. */
    private final NavigableMap<Integer, Integer> priorities = new TreeMap<>();

    private final Set<String> everHadPods = new HashSet<>();

    private final ArrayDeque<Integer> vacant = new ArrayDeque<>();
    private final Map<String, long[]> freeExtended = new TreeMap<>();
    private @Nullable Node[] nodes = new Node[INITIAL];
    private long[] milliCpu = new long[INITIAL];
    private long[] bytes = new long[INITIAL];
    private long[] freeMilliCpu = new long[INITIAL];
    private long[] freeBytes = new long[INITIAL];
    private long[] freeEphemeral = new long[INITIAL];
    private int[] freePods = new int[INITIAL];
    private long[] scoredMilliCpu = new long[INITIAL];
    private long[] scoredBytes = new long[INITIAL];
    private List<Taint>[] softTaints = newLists(INITIAL);
    private final Map<Integer, List<HostPort>> ports = new HashMap<>(); // looked up by key only
    private int end;
    private int count;
    private long placementVersion;

    /** A pod that takes room on a node. */
    private record Placed(String node, PodRequirements requirements) {}

    /** A snapshot without nodes. */
    public Snapshot() {}

    /**
     * One more than the greatest index of a node. Indexes of nodes that are gone are vacant.
     *
     * @return the length of the columns
     */
    public int end() {
        return end;
    }

    /**
     * How many nodes there are.
     *
     * @return at least 0
     */
    public int count() {
        return count;
    }

    /**
     * A number that grows when labels or taints of a node change, or nodes come and go.
     *
     * @return the version of what {@link PodRequirements.Placement} is matched against
     */
    public long placementVersion() {
        return placementVersion;
    }

    /**
     * A node.
     *
     * @param index its index
     * @return the node, or null where the index is vacant
     */
    public @Nullable Node node(int index) {
        return nodes[index];
    }

    /**
     * Where a node is.
     *
     * @param name its name
     * @return its index, or -1 if there is no such node
     */
    public int indexOf(String name) {
        return indexByName.getOrDefault(name, -1);
    }

    /**
     * The taints of a node that keep pods off only where there is another choice: those with {@code PreferNoSchedule}.
     *
     * @param index a node
     * @return the taints, hardly ever any
     */
    public List<Taint> softTaints(int index) {
        return softTaints[index];
    }

    /**
     * Free CPU.
     *
     * @param index a node
     * @return thousandths of a CPU that no pod requests, negative if too many do
     */
    public long freeMilliCpu(int index) {
        return freeMilliCpu[index];
    }

    /**
     * Free memory.
     *
     * @param index a node
     * @return bytes that no pod requests, negative if too many do
     */
    public long freeBytes(int index) {
        return freeBytes[index];
    }

    /**
     * Free local storage.
     *
     * @param index a node
     * @return bytes that no pod requests, negative if too many do
     */
    public long freeEphemeralBytes(int index) {
        return freeEphemeral[index];
    }

    /**
     * How many more pods a node takes.
     *
     * @param index a node
     * @return the number, not positive if it takes none
     */
    public int freePods(int index) {
        return freePods[index];
    }

    /**
     * Free units of another resource.
     *
     * @param resource its name
     * @param index a node
     * @return units that no pod requests, 0 if the node has none
     */
    public long freeExtended(String resource, int index) {
        var column = freeExtended.get(resource);
        return column == null ? 0 : column[index];
    }

    /**
     * What a node has of a resource for all its pods together.
     *
     * @param resource its name
     * @param index a node
     * @return the amount that is allocatable, zero if the node has none
     */
    public Quantity allocatable(String resource, int index) {
        var node = nodes[index];
        return node == null ? Quantity.ZERO : node.status().allocatable().getOrDefault(resource, Quantity.ZERO);
    }

    /**
     * The nodes with pods of less than a priority.
     *
     * @param priority the priority
     * @return their names; none, at once, where no pod has less
     */
    public Set<String> nodesWithPodsBelow(int priority) {
        if (priorities.isEmpty() || priorities.firstKey() >= priority) {
            return Set.of();
        }
        return placed.values().stream()
                .filter(pod -> pod.requirements().priority() < priority)
                .map(Placed::node)
                .collect(Collectors.toSet());
    }

    /**
     * How much of its CPU a node would have in use with a pod, where pods that request none count for a little.
     *
     * @param index a node
     * @param more thousandths of a CPU that the pod counts for
     * @return the fraction, 1 for a node without CPU
     */
    public double cpuFraction(int index, long more) {
        return fraction(scoredMilliCpu[index] + more, milliCpu[index]);
    }

    /**
     * How much of its memory a node would have in use with a pod, where pods that request none count for a little.
     *
     * @param index a node
     * @param more bytes that the pod counts for
     * @return the fraction, 1 for a node without memory
     */
    public double memoryFraction(int index, long more) {
        return fraction(scoredBytes[index] + more, bytes[index]);
    }

    private static double fraction(long used, long capacity) {
        return capacity <= 0 ? 1 : (double) used / capacity;
    }

    /**
     * The ports of a node that pods have taken.
     *
     * @param index a node
     * @return the ports
     */
    public List<HostPort> portsTaken(int index) {
        return ports.getOrDefault(index, List.of());
    }

    /**
     * Takes a node in, or takes over how it is now.
     *
     * @param node the node
     */
    public void put(Node node) {
        int index = indexOf(node.name());
        if (index < 0) {
            index = add(node);
        } else {
            var old = nodes[index];
            if (old == null || !samePlacement(old, node)) {
                placementVersion++;
            }
            subtractCapacity(index, old);
            nodes[index] = node;
        }
        softTaints[index] = node.spec().taints().stream()
                .filter(taint -> taint.effect().equals("PreferNoSchedule"))
                .toList();
        addCapacity(index, node);
    }

    /**
     * Takes a node out. Pods on it still count for it, should it come back.
     *
     * @param name its name
     */
    public void remove(String name) {
        int index = indexOf(name);
        if (index >= 0) {
            indexByName.remove(name);
            nodes[index] = null;
            vacant.add(index);
            count--;
            placementVersion++;
        }
    }

    /**
     * Lets a pod take room on the node that its spec names.
     *
     * @param pod the pod
     * @param node the node that it is on, or will be
     * @param requirements what it takes
     */
    public void place(Pod pod, String node, PodRequirements requirements) {
        var before = placed.get(pod.uid());
        if (before != null
                && before.node().equals(node)
                && before.requirements().equals(requirements)) {
            return;
        }
        vacate(pod.uid());
        placed.put(pod.uid(), new Placed(node, requirements));
        priorities.merge(requirements.priority(), 1, Integer::sum);
        everHadPods.add(node);
        charge(indexOf(node), requirements, 1);
    }

    /**
     * Gives back the room of a pod.
     *
     * @param uid the pod's uid
     * @return whether it had any
     */
    public boolean vacate(String uid) {
        var pod = placed.remove(uid);
        if (pod == null) {
            return false;
        }
        priorities.computeIfPresent(
                pod.requirements().priority(), (priority, number) -> number == 1 ? null : number - 1);
        charge(indexOf(pod.node()), pod.requirements(), -1);
        return true;
    }

    private int add(Node node) {
        int index = vacant.isEmpty() ? end++ : vacant.remove();
        if (index == nodes.length) {
            grow();
        }
        clear(index);
        nodes[index] = node;
        indexByName.put(node.name(), index);
        count++;
        placementVersion++;
        recharge(index, node.name());
        return index;
    }

    /** Pods may be seen before their node, or outlive it and see it come back. */
    private void recharge(int index, String name) {
        if (!everHadPods.contains(name)) {
            return;
        }
        for (var pod : placed.values()) { // sums do not depend on the order
            if (pod.node().equals(name)) {
                charge(index, pod.requirements(), 1);
            }
        }
    }

    private static boolean samePlacement(Node a, Node b) {
        return a.metadata().labels().equals(b.metadata().labels())
                && a.spec().taints().equals(b.spec().taints())
                && a.spec().unschedulable() == b.spec().unschedulable();
    }

    private void addCapacity(int index, Node node) {
        changeCapacity(index, node.status().allocatable(), 1);
    }

    private void subtractCapacity(int index, @Nullable Node node) {
        if (node != null) {
            changeCapacity(index, node.status().allocatable(), -1);
        }
    }

    private void changeCapacity(int index, Map<String, Quantity> allocatable, int sign) {
        allocatable.forEach((name, quantity) -> {
            switch (name) {
                case "cpu" -> {
                    milliCpu[index] += sign * quantity.milliValue();
                    freeMilliCpu[index] += sign * quantity.milliValue();
                }
                case "memory" -> {
                    bytes[index] += sign * quantity.value();
                    freeBytes[index] += sign * quantity.value();
                }
                case "ephemeral-storage" -> freeEphemeral[index] += sign * quantity.value();
                case "pods" -> freePods[index] += (int) (sign * quantity.value());
                default -> extended(name)[index] += sign * quantity.value();
            }
        });
    }

    private void charge(int index, PodRequirements pod, int sign) {
        if (index < 0) {
            return;
        }
        freeMilliCpu[index] -= sign * pod.milliCpu();
        freeBytes[index] -= sign * pod.bytes();
        freeEphemeral[index] -= sign * pod.ephemeralBytes();
        freePods[index] -= sign;
        scoredMilliCpu[index] += sign * (pod.milliCpu() == 0 ? PodRequirements.ASSUMED_MILLI_CPU : pod.milliCpu());
        scoredBytes[index] += sign * (pod.bytes() == 0 ? PodRequirements.ASSUMED_BYTES : pod.bytes());
        pod.extended().forEach((name, units) -> extended(name)[index] -= sign * units);
        if (!pod.ports().isEmpty()) {
            var taken = ports.computeIfAbsent(index, key -> new ArrayList<>());
            if (sign > 0) {
                taken.addAll(pod.ports());
            } else {
                pod.ports().forEach(taken::remove);
            }
        }
    }

    private long[] extended(String name) {
        return freeExtended.computeIfAbsent(name, key -> new long[nodes.length]);
    }

    private void clear(int index) {
        milliCpu[index] = 0;
        bytes[index] = 0;
        freeMilliCpu[index] = 0;
        freeBytes[index] = 0;
        freeEphemeral[index] = 0;
        freePods[index] = 0;
        scoredMilliCpu[index] = 0;
        scoredBytes[index] = 0;
        freeExtended.values().forEach(column -> column[index] = 0);
        ports.remove(index);
    }

    @SuppressWarnings("unchecked") // an array of a generic type, never seen outside
    private static List<Taint>[] newLists(int length) {
        return (List<Taint>[]) new List<?>[length];
    }

    private void grow() {
        int length = nodes.length * 2;
        nodes = Arrays.copyOf(nodes, length);
        milliCpu = Arrays.copyOf(milliCpu, length);
        bytes = Arrays.copyOf(bytes, length);
        freeMilliCpu = Arrays.copyOf(freeMilliCpu, length);
        freeBytes = Arrays.copyOf(freeBytes, length);
        freeEphemeral = Arrays.copyOf(freeEphemeral, length);
        freePods = Arrays.copyOf(freePods, length);
        scoredMilliCpu = Arrays.copyOf(scoredMilliCpu, length);
        scoredBytes = Arrays.copyOf(scoredBytes, length);
        softTaints = Arrays.copyOf(softTaints, length);
        freeExtended.replaceAll((name, column) -> Arrays.copyOf(column, length));
    }
}
