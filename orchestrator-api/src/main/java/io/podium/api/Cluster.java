package io.podium.api;

import io.podium.api.admission.Mutator;
import io.podium.api.admission.Validator;
import io.podium.api.apps.Deployment;
import io.podium.api.batch.Job;
import io.podium.api.client.Client;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.NodeStreams;
import java.nio.file.Path;
import java.util.List;

/**
 * A Kubernetes cluster in this JVM.
 *
 * <pre>{@code
 * try (Cluster cluster = Cluster.start()) {
 *     cluster.apply(Deployment.named("web").replicas(3)
 *             .container("app", c -> c.image("host").command("/usr/bin/web").port(8080))
 *             .build());
 *     cluster.deployment("web").await(Conditions.available(), Duration.ofSeconds(30));
 * }
 * }</pre>
 *
 * <p>What is applied is desired: controllers, scheduler and node agents bring it about and keep it so. {@link #close} ends all of it, and
 * leaves no process, thread or file behind.
 */
public interface Cluster extends AutoCloseable {

    /**
     * Starts a cluster of one node, whose containers are processes of this machine.
     *
     * @return the cluster
     */
    static Cluster start() {
        return builder().start();
    }

    /**
     * Describes a cluster.
     *
     * @return the beginning of a description
     */
    static ClusterBuilder builder() {
        return new ClusterBuilder();
    }

    /**
     * The name.
     *
     * @return its name, not unique
     */
    String name();

    /**
     * Reads and writes all objects.
     *
     * @return a client
     */
    Client client();

    /**
     * Time, randomness and threads of this cluster.
     *
     * @return its dispatcher
     */
    Dispatcher dispatcher();

    /**
     * Applies an object: creates it, or makes it what is said here (server-side apply, as manager {@code podium}, taking fields over from others).
     *
     * @param object what is desired
     * @param <T> its type
     * @return the object as stored
     * @throws io.podium.api.client.InvalidException if it breaks a rule; the causes say which
     */
    <T extends ApiObject<T>> T apply(T object);

    /**
     * Applies a file of manifests, YAML or JSON, in their order.
     *
     * @param manifests the file
     * @return the objects as stored
     * @throws io.podium.api.client.ApiException if one is refused; those before it have been applied
     * @throws IllegalArgumentException if the file says no objects, or cannot be read as manifests; the message names document, path and
     *     value
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    List<ApiObject<?>> apply(Path manifests);

    /**
     * An object, whether it is there or not.
     *
     * @param kind its kind
     * @param key its namespace, empty for a cluster-scoped kind, and its name
     * @param <T> its type
     * @return a handle on it
     */
    <T extends ApiObject<T>> ObjectHandle<T> object(Kind<T> kind, ObjectKey key);

    /**
     * A deployment of the default namespace.
     *
     * @param name its name
     * @return a handle on it
     */
    default DeploymentHandle deployment(String name) {
        return deployment(ObjectKey.of("default", name));
    }

    /**
     * A deployment.
     *
     * @param key its namespace and name
     * @return a handle on it
     */
    default DeploymentHandle deployment(ObjectKey key) {
        return new DeploymentHandle(this, object(Deployment.KIND, key));
    }

    /**
     * A job of the default namespace.
     *
     * @param name its name
     * @return a handle on it
     */
    default JobHandle job(String name) {
        return job(ObjectKey.of("default", name));
    }

    /**
     * A job.
     *
     * @param key its namespace and name
     * @return a handle on it
     */
    default JobHandle job(ObjectKey key) {
        return new JobHandle(this, object(Job.KIND, key));
    }

    /**
     * A pod of the default namespace.
     *
     * @param name its name
     * @return a handle on it
     */
    default PodHandle pod(String name) {
        return pod(ObjectKey.of("default", name));
    }

    /**
     * A pod.
     *
     * @param key its namespace and name
     * @return a handle on it
     */
    default PodHandle pod(ObjectKey key) {
        return new PodHandle(this, object(Pod.KIND, key));
    }

    /**
     * A node.
     *
     * @param name its name
     * @return a handle on it
     */
    default ObjectHandle<Node> node(String name) {
        return object(Node.KIND, ObjectKey.of("", name));
    }

    /**
     * Adds a node.
     *
     * @param node the node
     * @return a handle on it; the node is about to become ready
     * @throws IllegalArgumentException if there is a node of that name already
     */
    ObjectHandle<Node> addNode(NodeSettings node);

    /**
     * Ends the agent of a node: its containers are stopped, its object goes.
     *
     * @param name the node's name
     * @throws IllegalArgumentException if no agent of that name runs here
     */
    void removeNode(String name);

    /**
     * The streams of the nodes: logs and commands of containers.
     *
     * @return finds the streams of a node
     */
    NodeStreams.Directory streams();

    /**
     * Runs a controller of yours until the cluster closes.
     *
     * @param controller what it is made of
     * @throws IllegalArgumentException if a controller of that name runs already
     * @throws io.podium.api.client.NotFoundException if it watches a kind that is not served
     */
    void run(ControllerSpec controller);

    /**
     * Adds a function that may change objects of a kind before they are validated. It runs on the thread of the writer, who waits for it
     * without a limit; what it throws, other than a refusal, the writer gets as an internal error.
     *
     * @param kind the kind
     * @param mutator the function
     * @param <T> the type of the objects
     */
    <T extends ApiObject<T>> void mutate(Kind<T> kind, Mutator<T> mutator);

    /**
     * Adds a function that may refuse objects of a kind. It runs as {@linkplain #mutate those that change objects} do.
     *
     * @param kind the kind
     * @param validator the function
     * @param <T> the type of the objects
     */
    <T extends ApiObject<T>> void validate(Kind<T> kind, Validator<T> validator);

    /** Ends the cluster: containers first, within the grace time, then everything else. Closing again does nothing. */
    @Override
    void close();
}
