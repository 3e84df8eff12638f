package io.podium.runtime.process;

import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus.Reach;
import io.podium.runtime.host.HostContainer;
import io.podium.runtime.host.HostSandbox;
import io.podium.runtime.host.SavedSandbox;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the next JVM must know of a sandbox or container, in a file of properties. The environment, which may hold secrets, is not in it:
 * a running program still has it.
 */
final class SavedState {
    private static final String LABEL = "label.";
    private static final String PORT = "port.";

    private final Properties properties = new Properties();

    /** A container that was saved. */
    record SavedContainer(String sandboxId, ContainerSpec spec, Instant createdAt, Path workingDir) {}

    static void save(Path file, HostSandbox sandbox) throws IOException {
        var state = new SavedState();
        var spec = sandbox.spec();
        state.put("namespace", spec.namespace());
        state.put("name", spec.name());
        state.put("uid", spec.uid());
        state.put("attempt", spec.attempt());
        state.put("hostname", spec.hostname());
        state.put("hostNetwork", spec.hostNetwork());
        state.put("root", spec.root().toAbsolutePath());
        state.put("createdAt", sandbox.status().createdAt());
        state.put("ip", sandbox.address().ip());
        state.put("mapped", sandbox.address().reach() instanceof Reach.PortMap);
        for (int i = 0; i < spec.ports().size(); i++) {
            var port = spec.ports().get(i);
            state.put(
                    PORT + i,
                    port.containerPort() + " " + port.hostPort() + " " + port.protocol() + " "
                            + sandbox.address().port(port.containerPort()));
        }
        spec.labels().forEach((name, value) -> state.put(LABEL + name, value));
        state.write(file);
    }

    static SavedSandbox sandbox(Path file) throws IOException {
        var state = read(file);
        var ports = new ArrayList<SandboxSpec.Port>();
        var map = new TreeMap<Integer, Integer>();
        for (var line = state.properties.getProperty(PORT + 0);
                line != null;
                line = state.properties.getProperty(PORT + ports.size())) {
            var words = line.split(" ");
            ports.add(new SandboxSpec.Port(Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2]));
            map.put(Integer.parseInt(words[0]), Integer.parseInt(words[3]));
        }
        var spec = new SandboxSpec(
                state.get("namespace"),
                state.get("name"),
                state.get("uid"),
                Integer.parseInt(state.get("attempt")),
                state.get("hostname"),
                Boolean.parseBoolean(state.get("hostNetwork")),
                ports,
                Path.of(state.get("root")),
                state.labels());
        Reach reach = Boolean.parseBoolean(state.get("mapped"))
                ? new Reach.PortMap(state.get("ip"), map)
                : new Reach.Address(state.get("ip"));
        return new SavedSandbox(spec, Instant.parse(state.get("createdAt")), reach);
    }

    static void save(Path file, HostContainer container, Path workingDir) throws IOException {
        var state = new SavedState();
        var spec = container.spec();
        state.put("sandbox", container.sandbox().id());
        state.put("name", spec.name());
        state.put("attempt", spec.attempt());
        state.put("image", spec.image());
        state.put("log", spec.logPath().toAbsolutePath());
        state.put("workingDir", workingDir.toAbsolutePath());
        state.put("createdAt", container.status().createdAt());
        spec.labels().forEach((name, value) -> state.put(LABEL + name, value));
        state.write(file);
    }

    static SavedContainer container(Path file) throws IOException {
        var state = read(file);
        var spec = new ContainerSpec(
                state.get("name"),
                Integer.parseInt(state.get("attempt")),
                state.get("image"),
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                ContainerSpec.Limits.NONE,
                null,
                Path.of(state.get("log")),
                Path.of(state.get("log")),
                "",
                false,
                false,
                state.labels());
        return new SavedContainer(
                state.get("sandbox"), spec, Instant.parse(state.get("createdAt")), Path.of(state.get("workingDir")));
    }

    private void put(String name, Object value) {
        properties.setProperty(name, value.toString());
    }

    private String get(String name) throws IOException {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new IOException("property " + name + " is missing");
        }
        return value;
    }

    private Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(LABEL)) {
                labels.put(name.substring(LABEL.length()), properties.getProperty(name));
            }
        }
        return labels;
    }

    private void write(Path file) throws IOException {
        var text = new StringWriter();
        properties.store(text, null);
        Shim.writePrivate(file, text.toString());
    }

    private static SavedState read(Path file) throws IOException {
        var state = new SavedState();
        state.properties.load(new StringReader(Files.readString(file)));
        return state;
    }
}
