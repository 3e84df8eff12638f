package io.podium.api.runtime;

/**
 * A hint that something has changed.
 *
 * @param podUid the pod it belongs to
 * @param containerId the container, empty if the sandbox itself changed
 */
public record RuntimeEvent(String podUid, String containerId) {}
