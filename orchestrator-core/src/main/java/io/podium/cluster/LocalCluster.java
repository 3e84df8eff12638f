package io.podium.cluster;

import io.podium.api.Cluster;
import io.podium.api.ClusterSettings;
import io.podium.api.NodeSettings;
import io.podium.api.ObjectHandle;
import io.podium.api.admission.Mutator;
import io.podium.api.admission.Validator;
import io.podium.api.client.Client;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.core.Node;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Signal;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.NodeStreams;
import io.podium.codec.Interner;
import io.podium.codec.Manifests;
import io.podium.codec.Strictness;
import io.podium.dispatch.ShutdownHook;
import io.podium.dispatch.SystemDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A cluster in this JVM, with what simulations and tests break on purpose. */
public final class LocalCluster implements Cluster {
    private static final String MANAGER = "podium";
    private static final int INTERNED = 4_096;

    /** How much longer than its containers the cluster may take to end. */
    private static final Duration END_GRACE = Duration.ofSeconds(30);

    private final ClusterSettings settings;
    private final Dispatcher dispatcher;
    private final ControlPlane plane;
    private final Nodes nodes;
    private final @Nullable ShutdownHook hook; // none where time, and thus the end, is somebody else's
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Signal ends;
    private volatile boolean ended;

    private LocalCluster(ClusterSettings settings, Dispatcher dispatcher, ControlPlane plane) {
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.plane = plane;
        this.nodes = new Nodes(settings, plane.client(), dispatcher);
        this.ends = dispatcher.signal("the end of the cluster");
        this.hook = settings.dispatcher() == null
                ? ShutdownHook.add("podium-" + settings.name() + "-shutdown", this::end)
                : null;
    }

    static LocalCluster start(ClusterSettings settings) {
        var given = settings.dispatcher();
        var dispatcher = given == null ? SystemDispatcher.start(settings.name()) : given.child(settings.name());
        try {
            var cluster = new LocalCluster(settings, dispatcher, ControlPlane.start(settings, dispatcher));
            try {
                cluster.nodes.start();
            } catch (RuntimeException | Error e) {
                cluster.close();
                throw e;
            }
            return cluster;
        } catch (RuntimeException | Error e) {
            dispatcher.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Client client() {
        return plane.client();
    }

    @Override
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    @Override
    public <T extends ApiObject<T>> T apply(T object) {
        return plane.client().apply(object, WriteOptions.by(MANAGER).forced());
    }

    @Override
    public List<ApiObject<?>> apply(Path file) {
        requireOpen();
        var manifest =
                new Manifests(plane.kinds(), Interner.bounded(INTERNED)).read(read(file), Strictness.Mode.STRICT);
        if (manifest.objects().isEmpty()) {
            throw new IllegalArgumentException("no objects passed to apply: " + file + " says none");
        }
        var applied = new ArrayList<ApiObject<?>>();
        manifest.objects().forEach(object -> applied.add(applyAny(object)));
        return applied;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the manifests " + file + " cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof NoSuchFileException ? "there is no such file" : String.valueOf(failure.getMessage());
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("the cluster " + settings.name() + " is closed; start another one");
        }
    }

    @SuppressWarnings("unchecked") // an object is of its own type
    private <T extends ApiObject<T>> ApiObject<?> applyAny(ApiObject<?> object) {
        return apply((T) object);
    }

    @Override
    public <T extends ApiObject<T>> ObjectHandle<T> object(Kind<T> kind, ObjectKey key) {
        return new ObjectHandle<>(this, kind, key);
    }

    @Override
    public ObjectHandle<Node> addNode(NodeSettings node) {
        requireOpen();
        nodes.add(node);
        return node(node.name());
    }

    @Override
    public void removeNode(String name) {
        requireOpen();
        nodes.remove(name);
    }

    /**
     * Ends a node as a power cut does: its agent says nothing any more, and is not asked to stop what runs there.
     *
     * @param name the node, whose object stays; {@link #addNode} brings it back
     */
    public void crashNode(String name) {
        nodes.crash(name);
    }

    /**
     * The parts of the control plane that can be started again.
     *
     * @return the names of the controllers and of the scheduler
     */
    public List<String> controllers() {
        return plane.parts();
    }

    /**
     * Ends a controller and starts it anew, with nothing but what is stored.
     *
     * @param name one of {@link #controllers}
     */
    public void restart(String name) {
        plane.restart(name);
    }

    @Override
    public NodeStreams.Directory streams() {
        return nodes;
    }

    @Override
    public void run(ControllerSpec controller) {
        requireOpen();
        plane.run(controller);
    }

    @Override
    public <T extends ApiObject<T>> void mutate(Kind<T> kind, Mutator<T> mutator) {
        requireOpen();
        plane.admission().mutate(kind, mutator);
    }

    @Override
    public <T extends ApiObject<T>> void validate(Kind<T> kind, Validator<T> validator) {
        requireOpen();
        plane.admission().validate(kind, validator);
    }

    @Override
    public void close() {
        end();
        if (hook != null) {
            hook.close(); // until here, the end of the JVM waits for the end of the cluster
        }
    }

    /** Whoever comes second, the end of the JVM or {@link #close}, waits for the first. */
    private void end() {
        if (!closed.compareAndSet(false, true)) {
            awaitEnd();
            return;
        }
        boolean interrupted = Thread.interrupted(); // before, which is no reason to leave programs running
        try {
            Closing.quietly(nodes);
            Closing.quietly(plane);
            dispatcher.close();
        } finally {
            ended = true;
            ends.pulse();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitEnd() {
        try {
            ends.await(() -> ended, settings.closeGrace().plus(END_GRACE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
