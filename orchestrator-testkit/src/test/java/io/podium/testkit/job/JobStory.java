package io.podium.testkit.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobBuilder;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.runtime.SandboxSpec;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.runtime.simulated.SimulatedScript;
import io.podium.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A job {@code j} whose pods do what a test says, and take twenty seconds to stop; and what its user is told of it. */
final class JobStory implements AutoCloseable {
    static final SimulatedBehavior SUCCEEDS = SimulatedBehavior.ends(Duration.ofSeconds(2), 0);
    static final SimulatedBehavior FAILS = SimulatedBehavior.ends(Duration.ofSeconds(2), 1);
    static final SimulatedBehavior RUNS = SimulatedBehavior.DEFAULT;

    private static final long SECONDS_TO_STOP = 20;

    final TestCluster cluster;
    private final Job created;

    private JobStory(TestCluster cluster, Job created) {
        this.cluster = cluster;
        this.created = created;
    }

    /** Begins with one pod that is not restarted in place, of which a test says otherwise. */
    static JobStory begin(SimulatedScript script, Consumer<JobBuilder> change) {
        var cluster = TestCluster.seeded(1).script(script).start();
        var builder = Job.named("j")
                .namespace("default")
                .container(
                        "app",
                        container -> container
                                .image("app")
                                .lifecycle(hooks ->
                                        hooks.preStop(hook -> hook.sleep(sleep -> sleep.seconds(SECONDS_TO_STOP)))));
        change.accept(builder);
        return new JobStory(cluster, cluster.create(builder.build()));
    }

    static JobStory begin(SimulatedBehavior all, Consumer<JobBuilder> change) {
        return begin((pod, container) -> all, change);
    }

    /** The completion index of a pod, which its name holds. */
    static int index(SandboxSpec pod) {
        return Integer.parseInt(pod.name().split("-", -1)[1]);
    }

    void runFor(Duration duration) {
        cluster.runFor(duration);
    }

    void settle() {
        cluster.settle();
    }

    Job now() {
        return cluster.client().get(Job.KIND, created.key());
    }

    void update(Consumer<JobBuilder> change) {
        var builder = now().toBuilder();
        change.accept(builder);
        cluster.client().update(builder.build(), WriteOptions.PLAIN);
    }

    List<Pod> pods() {
        return cluster.all(Pod.KIND);
    }

    List<Pod> live() {
        return cluster.livePods();
    }

    /** The conditions that hold, as {@code type reason message}, in the order in which they came to hold. */
    List<String> conditions() {
        return now().status().conditions().stream()
                .filter(condition -> condition.status().equals("True"))
                .map(condition -> condition.type() + " " + condition.reason() + " " + condition.message())
                .toList();
    }

    /** All Events about the job so far, as {@code type reason message}. */
    List<String> events() {
        return cluster.client().list(Event.KIND, "default", ListOptions.ALL).items().stream()
                .filter(event -> event.involvedObject().uid().equals(created.uid()))
                .map(event -> event.type() + " " + event.reason() + " " + event.message())
                .toList();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
