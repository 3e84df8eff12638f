package io.podium.api.runtime;

/**
 * What a container uses.
 *
 * @param cpuNanos CPU time since its start, in nanoseconds
 * @param memoryBytes working set, in bytes
 */
public record ContainerStats(long cpuNanos, long memoryBytes) {}
