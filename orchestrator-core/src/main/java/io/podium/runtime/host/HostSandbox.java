package io.podium.runtime.host;

import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A sandbox of this machine: an address, and a directory. */
public final class HostSandbox {
    private final String id;
    private final SandboxSpec spec;
    private final Instant createdAt;
    private final PodAddress address;
    private volatile boolean ready = true;

    /**
     * A sandbox that is ready.
     *
     * @param id its id
     * @param spec what pod it is for
     * @param createdAt when it was made
     * @param address how the pod is reached; closed when the sandbox is stopped
     */
    public HostSandbox(String id, SandboxSpec spec, Instant createdAt, PodAddress address) {
        this.id = id;
        this.spec = spec;
        this.createdAt = createdAt;
        this.address = address;
    }

    /**
     * Its id.
     *
     * @return 64 hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * What it is for.
     *
     * @return the spec it was made with
     */
    public SandboxSpec spec() {
        return spec;
    }

    /**
     * How its pod is reached.
     *
     * @return the address, claimed while the sandbox is ready
     */
    public PodAddress address() {
        return address;
    }

    /**
     * Whether containers can run in it.
     *
     * @return false once stopped
     */
    public boolean isReady() {
        return ready;
    }

    /** Gives its address back; no container starts in it any more. */
    public void stop() {
        ready = false;
        address.close();
    }

    /**
     * How it is.
     *
     * @return its status now
     */
    public SandboxStatus status() {
        return new SandboxStatus(id, ready, createdAt, address.reach(), spec.labels());
    }

    /**
     * The root of one of its containers.
     *
     * @param container the container's name
     * @return its directory
     */
    public ContainerRoot root(String container) {
        return new ContainerRoot(spec.root(), container);
    }

    /**
     * What every container of it finds in its environment: {@code POD_IP}, {@code POD_ROOT}, {@code POD_PORT_}<i>n</i> for each declared
     * port <i>n</i> (the port to listen on in its place, the same where the pod has an address of its own), {@code HOSTNAME}, {@code HOME}
     * (which is {@code POD_ROOT}) and {@code TMPDIR}.
     *
     * @param container the container's name
     * @return variables, sorted by name
     */
    public Map<String, String> variables(String container) {
        Path root = root(container).path();
        var variables = new TreeMap<String, String>();
        variables.put("HOME", root.toString());
        variables.put("HOSTNAME", spec.hostname());
        variables.put("POD_IP", address.ip());
        variables.put("POD_ROOT", root.toString());
        variables.put("TMPDIR", root.resolve("tmp").toString());
        for (var port : spec.ports()) {
            variables.put("POD_PORT_" + port.containerPort(), Integer.toString(address.port(port.containerPort())));
        }
        return Collections.unmodifiableMap(variables);
    }
}
