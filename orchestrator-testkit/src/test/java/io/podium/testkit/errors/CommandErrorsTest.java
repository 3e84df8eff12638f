package io.podium.testkit.errors;

import static io.podium.api.Conditions.gone;
import static io.podium.api.Conditions.phase;
import static io.podium.api.Conditions.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.Cluster;
import io.podium.api.client.ApiException;
import io.podium.api.client.BadRequestException;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.Pod;
import io.podium.api.core.Probes;
import io.podium.api.meta.FieldSelector;
import io.podium.api.runtime.LogOptions;
import io.podium.testkit.junit.PodiumTest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs of this machine that do not start, do not stop, or are asked for what they do not have. */
@PodiumTest(shared = true)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its containers run programs of Unix")
class CommandErrorsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Cluster cluster;

    @TempDir
    private Path directory;

    CommandErrorsTest(Cluster cluster) {
        this.cluster = cluster;
    }

    private PodStory once(String name, String... command) {
        return PodStory.begin(cluster, name, c -> c.command(command), p -> p.restartPolicy("Never"));
    }

    private void assertDoesNotStart(PodStory story, String why) throws InterruptedException {
        cluster.pod(story.pod().key()).await(phase("Failed"), PodStory.PATIENCE);

        var ended = Objects.requireNonNull(story.app().state().terminated());
        assertThat(ended.reason()).isEqualTo("StartError");
        assertThat(ended.exitCode()).isEqualTo(128);
        assertThat(ended.message()).startsWith(why);
        story.awaitEvent("Normal Created Created container: app");
        story.awaitEvent("Warning Failed Error: " + ended.message());
    }

    @Test
    void aCommandThatDoesNotExist() throws InterruptedException {
        assertDoesNotStart(
                once("missing", "/no/such/program"),
                "exec: \"/no/such/program\": stat /no/such/program: no such file or directory; is it installed on this machine?");
    }

    @Test
    void aCommandThatIsNotOnThePath() throws InterruptedException {
        assertDoesNotStart(
                once("unknown", "no-such-program"), "exec: \"no-such-program\": executable file not found in $PATH: ");
    }

    @Test
    void aCommandThatIsNotExecutable() throws Exception {
        var script = Files.writeString(directory.resolve("script.sh"), "#!/bin/sh\n");

        assertDoesNotStart(
                once("script", script.toString()),
                "exec: \"" + script + "\": permission denied; make it executable: chmod +x " + script);
    }

    @Test
    void aCommandThatIsADirectory() throws InterruptedException {
        assertDoesNotStart(
                once("directory", directory.toString()), "exec: \"" + directory + "\": is a directory; name a program");
    }

    /** With the usual restart policy it is tried again, later each time. */
    @Test
    void aCommandThatDoesNotExistIsTriedAgain() throws InterruptedException {
        var story = PodStory.begin(cluster, "again", c -> c.command("/no/such/program"));

        var message = story.awaitWaiting("CrashLoopBackOff");

        assertThat(message).isEqualTo("back-off 10s restarting failed container=app pod=" + story.fullName());
        assertThat(story.app().lastState().terminated().reason()).isEqualTo("StartError");
        story.awaitEvent("Warning BackOff Back-off restarting failed container app in pod " + story.fullName());
    }

    /** As container runtimes do, a working directory is made where there is none. */
    @Test
    void aWorkingDirectoryThatIsMissing() {
        var story = PodStory.begin(
                cluster,
                "elsewhere",
                c -> c.workingDir("/made/for/this").command("/bin/sh", "-c", "pwd"),
                p -> p.restartPolicy("Never"));

        cluster.pod("elsewhere").await(phase("Succeeded"), PodStory.PATIENCE);

        assertThat(cluster.pod("elsewhere").logs().strip()).endsWith("/made/for/this");
        assertThat(story.app().restartCount()).isZero();
    }

    @Test
    void aProgramThatIgnoresSigterm() throws InterruptedException {
        var story = PodStory.begin(
                cluster,
                "stubborn",
                c -> c.command("/bin/sh", "-c", "trap '' TERM; touch $POD_ROOT/up; while true; do sleep 0.1; done")
                        .readiness(Probes.exec("/bin/sh", "-c", "test -e $POD_ROOT/up")
                                .withPeriodSeconds(1)),
                p -> p.podSpec(spec -> spec.terminationGracePeriodSeconds(1L)));
        cluster.pod("stubborn").await(ready(), PodStory.PATIENCE);
        var byName = WatchOptions.ALL
                .withFields(FieldSelector.of("metadata.name", "stubborn"))
                .from(story.now().metadata().resourceVersion());

        try (var watch = cluster.client().watch(Pod.KIND, "default", byName)) {
            long asked = System.nanoTime();
            cluster.pod("stubborn").delete();
            cluster.object(Pod.KIND, story.pod().key()).await(gone(), PodStory.PATIENCE);
            var took = Duration.ofNanos(System.nanoTime() - asked);

            assertThat(took).isBetween(SECOND, PodStory.PATIENCE);
            var last = watch.poll().stream()
                    .map(WatchEvent::object)
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            var ended = Objects.requireNonNull(
                    last.status().containerStatuses().getFirst().state().terminated());
            assertThat(ended.exitCode()).isEqualTo(137);
            assertThat(ended.reason()).isEqualTo("Error");
        }
        story.awaitEvent("Normal Killing Stopping container app");
    }

    @Test
    void aHookThatDoesNotExist() throws InterruptedException {
        var story = PodStory.begin(
                cluster, "hooked", c -> c.lifecycle(l -> l.postStart(h -> h.exec(e -> e.command("/no/such/hook")))));

        story.awaitEvent("Warning FailedPostStartHook PostStartHook failed");
        story.awaitEvent("Normal Killing FailedPostStartHook");
        story.awaitWaiting("CrashLoopBackOff");
    }

    @Test
    void aProbeThatDoesNotExist() throws InterruptedException {
        var story = PodStory.begin(
                cluster,
                "probed",
                c -> c.liveness(
                        Probes.exec("/no/such/probe").withPeriodSeconds(1).withFailureThreshold(1)),
                p -> p.podSpec(spec -> spec.terminationGracePeriodSeconds(1L)));

        story.awaitEvent(
                "Warning Unhealthy Liveness probe errored and resulted in unknown state: exec:"
                        + " \"/no/such/probe\": stat /no/such/probe: no such file or directory; is it installed on this machine?");
        assertThat(story.events()).noneMatch(event -> event.contains("Killing")); // that is no fault of the container
    }

    @Test
    void commandsInAContainer() {
        once("ended", "/bin/sh", "-c", "exit 3");
        PodStory.begin(cluster, "running", c -> {});
        cluster.pod("ended").await(phase("Failed"), PodStory.PATIENCE);
        cluster.pod("running").await(ready(), PodStory.PATIENCE);

        assertThatThrownBy(() -> cluster.pod("ended").exec(SECOND, "/bin/true"))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("container \"app\" in pod \"ended\" is not running");
        assertThatThrownBy(() -> cluster.pod("running").exec(SECOND, "/no/such/program"))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(500))
                .hasMessage(
                        "Internal error occurred: a command could not be run in container \"app\" of pod \"running\": exec:"
                                + " \"/no/such/program\": stat /no/such/program: no such file or directory; is it installed on this"
                                + " machine?");
        assertThatThrownBy(() -> cluster.pod("running").exec(SECOND, "/bin/sleep", "60"))
                .hasMessage(
                        "Internal error occurred: a command could not be run in container \"app\" of pod \"running\": command"
                                + " [/bin/sleep, 60] timed out after PT1S, and was killed");
        assertThatThrownBy(() -> cluster.pod("running").exec(SECOND))
                .hasMessage(
                        "Internal error occurred: a command could not be run in container \"app\" of pod \"running\": no command"
                                + " to run was given");
    }

    /** Who follows a log and fails harms neither the program nor who else follows it. */
    @Test
    void aFollowerOfALogThatFails() {
        PodStory.begin(
                cluster,
                "teller",
                c -> c.command("/bin/sh", "-c", "echo one; until test -e $POD_ROOT/go; do sleep 0.1; done; echo two"),
                p -> p.restartPolicy("Never"));
        cluster.pod("teller").await(ready(), PodStory.PATIENCE);
        var teller = cluster.pod("teller");

        assertThatThrownBy(() -> teller.logs("", LogOptions.ALL.following(), new FullDisk()))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("No space left on device");
        teller.exec(PodStory.PATIENCE, "/bin/sh", "-c", "touch $POD_ROOT/go");

        assertThat(teller.logs("", LogOptions.ALL.following())).isEqualTo("one\ntwo\n");
        teller.await(phase("Succeeded"), PodStory.PATIENCE);
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void logsThatAreNotThere() {
        once("said", "/bin/sh", "-c", "echo hello; exit 3");
        PodStory.begin(cluster, "nowhere", c -> {}, p -> p.podSpec(spec -> spec.schedulerName("somebody-else")));
        cluster.pod("said").await(phase("Failed"), PodStory.PATIENCE);
        var said = cluster.pod("said");

        assertThatThrownBy(() -> said.logs("", LogOptions.ALL.ofPrevious()))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("previous terminated container \"app\" in pod \"said\" not found");
        assertThatThrownBy(() -> said.logs("sidecar", LogOptions.ALL))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("container sidecar is not valid for pod said");
        assertThatThrownBy(() -> cluster.pod("nowhere").logs())
                .isInstanceOf(BadRequestException.class)
                .hasMessage("pod default/nowhere does not have a host assigned: Pending; await that it runs first");
        assertThatThrownBy(() -> said.logs("", LogOptions.ALL, new FullDisk()))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("No space left on device");
        assertThat(said.logs()).isEqualTo("hello\n");
    }
}
