package io.podium.api.runtime;

/**
 * An image that is present on a node.
 *
 * @param reference its name
 * @param id what identifies its content: the {@code imageID} of container statuses
 * @param bytes its size, 0 if it takes no room
 */
public record Image(String reference, String id, long bytes) {}
