package io.podium.controller.nodelifecycle;

import io.podium.api.coordination.Lease;
import io.podium.api.core.Node;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a node was heard of last.
 *
 * @param renewed the time that its lease said then
 * @param heartbeat the time that its Ready condition said then
 * @param heardAt when that was seen here, in time in which this process was awake
 */
record NodeHealth(@Nullable Instant renewed, @Nullable Instant heartbeat, long heardAt) {

    static NodeHealth of(@Nullable NodeHealth before, Node node, @Nullable Lease lease, long now) {
        var renewed = lease == null ? null : lease.spec().renewTime();
        var ready = NodeTaints.condition(node, "Ready");
        var heartbeat = ready == null ? null : ready.lastHeartbeatTime();
        if (before != null && Objects.equals(before.renewed, renewed) && Objects.equals(before.heartbeat, heartbeat)) {
            return before; // silent
        }
        return new NodeHealth(renewed, heartbeat, now);
    }
}
