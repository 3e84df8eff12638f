package io.podium.api;

import io.podium.api.controller.ControllerSpec;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.Kind;
import io.podium.api.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is started with; made by {@link ClusterBuilder}.
 *
 * @param name its name
 * @param nodes its nodes, or null for one node of host processes
 * @param kinds kinds beside the built-in ones
 * @param controllers controllers beside the built-in ones
 * @param store makes the store, or null for one in memory
 * @param dispatcher gives time, randomness and threads, or null for the system's
 * @param clients stands between the components and the API server
 * @param nodeGrace how long a node may be silent before it counts as unknown
 * @param events how many Events are kept at most
 * @param closeGrace how long containers may take to end when the cluster closes
 */
public record ClusterSettings(
        String name,
        @Nullable List<NodeSettings> nodes,
        List<Kind<?>> kinds,
        List<ControllerSpec> controllers,
        @Nullable Function<Dispatcher, Store> store,
        @Nullable Dispatcher dispatcher,
        ClientDecorator clients,
        Duration nodeGrace,
        int events,
        Duration closeGrace) {
    /** Copies the lists. */
    public ClusterSettings {
        nodes = nodes == null ? null : List.copyOf(nodes);
        kinds = List.copyOf(kinds);
        controllers = List.copyOf(controllers);
    }
}
