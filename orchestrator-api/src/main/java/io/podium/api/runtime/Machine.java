package io.podium.api.runtime;

import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import java.util.Map;

/**
 * What a node has.
 *
 * @param capacity resources by name: {@code cpu}, {@code memory}, {@code pods}, {@code ephemeral-storage}
 * @param operatingSystem {@code linux}, {@code darwin} or {@code windows}
 * @param architecture {@code amd64}, {@code arm64} …
 * @param kernelVersion the kernel's version
 * @param osImage the operating system's name
 * @param machineId what identifies the machine
 * @param bootId what identifies its start
 * @param unenforced what containers ask for and this node does not enforce, by name, with the reason
 */
public record Machine(
        Map<String, Quantity> capacity,
        String operatingSystem,
        String architecture,
        String kernelVersion,
        String osImage,
        String machineId,
        String bootId,
        Map<String, String> unenforced) {
    /** Copies the maps. */
    public Machine {
        capacity = Sorted.copyOf(capacity);
        unenforced = Sorted.copyOf(unenforced);
    }
}
