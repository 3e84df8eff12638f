package io.podium.testkit.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** A pod runs on one node only, however often it is started again: its sandboxes are all made by one runtime. */
public final class OneRuntimePerPod {
    private final Violations violations = new Violations();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> nodes = new TreeMap<>();

    /** Nothing seen yet. */
    public OneRuntimePerPod() {}

    /**
     * Takes note of a sandbox.
     *
     * @param podUid the pod
     * @param node the node that has made a sandbox for it
     */
    public void madeSandbox(String podUid, String node) {
        lock.lock();
        try {
            var first = nodes.putIfAbsent(podUid, node);
            if (first != null && !first.equals(node)) {
                violations.add("pod " + podUid + " ran on node " + first + " and on node " + node);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many pods had a sandbox.
     *
     * @return at least 0
     */
    public int pods() {
        lock.lock();
        try {
            return nodes.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was broken so far.
     *
     * @return a sentence each, oldest first
     */
    public List<String> violations() {
        return new ArrayList<>(violations.all());
    }
}
