package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.host.BlockingCalls;
import io.podium.runtime.host.ContainerRoot;
import io.podium.runtime.host.HostContainer;
import io.podium.runtime.host.HostSandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads back what an earlier JVM has left in a runtime's directory. */
final class Adoption {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private final RuntimeDirectory directory;
    private final ProcessTable table;
    private final Dispatcher dispatcher;
    private final HostSandboxes sandboxes;

    Adoption(RuntimeDirectory directory, ProcessTable table, Dispatcher dispatcher, HostSandboxes sandboxes) {
        this.directory = directory;
        this.table = table;
        this.dispatcher = dispatcher;
        this.sandboxes = sandboxes;
    }

    /**
     * A container that an earlier JVM has made.
     *
     * @param shim what runs it, or null if it was never started
     * @param environment what its program was started with; empty if that has ended
     */
    record Found(HostContainer container, @Nullable ProcessId shim, Path workingDir, Map<String, String> environment) {}

    /** Sandboxes, then containers, oldest first. What cannot be read is ended and deleted. */
    List<Found> find() throws IOException {
        for (var id : directory.sandboxes()) {
            try {
                sandboxes.adopt(id, SavedState.sandbox(directory.sandbox(id)));
            } catch (IOException | RuntimeException e) {
                log.atWarn().addKeyValue("sandbox", id).setCause(e).log("A sandbox cannot be adopted and is forgotten");
                Files.delete(directory.sandbox(id));
            }
        }
        var found = new ArrayList<Found>();
        for (var id : directory.containers()) {
            try {
                found.add(container(id));
            } catch (IOException | RuntimeException e) {
                log.atWarn().addKeyValue("container", id).setCause(e).log("A container cannot be adopted and is ended");
                end(id);
            }
        }
        found.sort(Comparator.comparing(one -> one.container().status().createdAt()));
        return found;
    }

    private void end(String id) throws IOException {
        try {
            Kills.untilNone(dispatcher, () -> table.carriers(Shim.MARK + "=" + id));
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted("ending container " + id);
        }
        ContainerRoot.deleteTree(directory.container(id));
    }

    private Found container(String id) throws IOException {
        var place = directory.container(id);
        var saved = SavedState.container(place.resolve("state"));
        var ended = dispatcher.signal("end of " + saved.spec().name());
        var container = new HostContainer(id, sandboxes.get(saved.sandboxId()), saved.spec(), saved.createdAt(), ended);
        if (!Files.exists(place.resolve("command"))) {
            return new Found(container, null, saved.workingDir(), Map.of());
        }
        var shim = ProcessId.parse(Files.readString(place.resolve("shim")))
                .orElseThrow(() -> new RuntimeFailure(RuntimeFailure.Code.FAILED, "its shim is not known"));
        return new Found(container, shim, saved.workingDir(), environment(shim));
    }

    private Map<String, String> environment(ProcessId shim) {
        var all = new TreeMap<String, String>();
        if (table.isAlive(shim)) {
            for (var variable : table.environment(shim.pid())) {
                int equals = variable.indexOf('=');
                if (equals > 0) {
                    all.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
        }
        return all;
    }
}
