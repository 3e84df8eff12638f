package io.podium.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.runtime.ContainerSpec.Limits;
import io.podium.dispatch.SystemDispatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupsTest {
    private static final Limits HALF_A_CPU = new Limits(500, 64L << 20, 512);

    @TempDir
    Path temp;

    @Test
    void writesLimitsOfVersion2BelowTheFirstGroupThatHandsDownControllers() throws IOException {
        var mounts = new CgroupMounts(2, temp, temp, temp, "");
        Files.createDirectories(temp.resolve("podium-x/c1"));
        Files.createFile(temp.resolve("podium-x/c1/memory.swap.max"));

        var group = Cgroups.of(mounts, "podium-x").create("c1", HALF_A_CPU);

        var made = temp.resolve("podium-x/c1");
        assertThat(temp.resolve("podium-x/cgroup.subtree_control")).hasContent("+memory +cpu");
        assertThat(made.resolve("memory.max")).hasContent("67108864");
        assertThat(made.resolve("memory.swap.max")).hasContent("0");
        assertThat(made.resolve("cpu.max")).hasContent("50000 100000");
        assertThat(made.resolve("cpu.weight")).hasContent("20");
        assertThat(group.entries()).containsExactly(made.resolve("cgroup.procs"));
    }

    @Test
    void readsWhatVersion2Counts() throws IOException {
        var group = new ContainerCgroup(2, temp, temp, temp);
        Files.writeString(temp.resolve("memory.events"), "low 0\nhigh 0\nmax 12\noom 1\noom_kill 1\n");
        Files.writeString(temp.resolve("memory.current"), "5000\n");
        Files.writeString(temp.resolve("memory.stat"), "anon 1\ninactive_file 1000\n");
        Files.writeString(temp.resolve("cpu.stat"), "usage_usec 7\nuser_usec 3\n");

        assertThat(group.oomKilled()).isTrue();
        assertThat(group.stats()).hasValueSatisfying(stats -> {
            assertThat(stats.memoryBytes()).isEqualTo(4000);
            assertThat(stats.cpuNanos()).isEqualTo(7000);
        });
    }

    @Test
    void usesTheGroupBesideItsOwnWhereItsOwnCannotHandDown() throws IOException {
        var self = Files.createDirectories(temp.resolve("self"));
        Files.writeString(self.resolve("cgroup"), "0::/user.slice/app.scope\n");
        var mount = Files.createDirectories(temp.resolve("mount"));
        Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory\n");

        var found = CgroupMounts.detect(self, mount);

        assertThat(found.memory()).as("a directory that is no control group").isNull();
        assertThat(found.why()).contains("Delegate=yes");
        assertThat(Cgroups.of(found, "x").unenforced()).containsOnlyKeys("cpu", "memory");
        assertThat(Cgroups.of(found, "x").create("c", HALF_A_CPU)).isSameAs(Cgroup.NONE);
    }

    @Test
    void saysSoWhereThereAreNoControlGroups() {
        var found = CgroupMounts.detect(temp.resolve("none"), temp);

        assertThat(Cgroups.of(found, "x").unenforced()).containsKeys("cpu", "memory");
    }

    /** Two busy loops under a fifth of a CPU use a fraction of what they would, however long a busy machine lets them. */
    @Test
    void throttlesWhereAControlGroupCanBeWritten() throws InterruptedException {
        try (var dispatcher = SystemDispatcher.start("test");
                var runtime = ProcessRuntime.start(
                        dispatcher, ProcessOptions.defaults().shared(temp.resolve("shared")))) {
            assumeTrue(
                    !runtime.machine().unenforced().containsKey("cpu"),
                    () -> "skipped: " + runtime.machine().unenforced().get("cpu"));
            var pod = new TestPod(runtime, temp.resolve("pod"));
            var spec = pod.spec("app", "sh", "-c", "while :; do :; done & while :; do :; done");

            long begun = dispatcher.nanos();
            var id = pod.start(pod.limited(spec, new Limits(200, 0, 0)));
            dispatcher.sleep(Duration.ofMillis(1200));

            var used = Duration.ofNanos(runtime.stats(id).orElseThrow().cpuNanos());
            var passed = Duration.ofNanos(dispatcher.nanos() - begun);
            assertThat(used).isBetween(Duration.ofMillis(1), passed.dividedBy(2));
        }
    }
}
