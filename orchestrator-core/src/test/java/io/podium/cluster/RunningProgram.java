package io.podium.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link ClusterProgram} in a JVM of its own, in the foreground of a terminal as it were: it leads a process group. */
final class RunningProgram implements AutoCloseable {
    private static final String MARK = "PODIUM_TEST_TMPDIR";

    private final Path temp;
    private final Process jvm;
    private final BufferedReader output;

    private RunningProgram(Path temp, Process jvm) {
        this.temp = temp;
        this.jvm = jvm;
        this.output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A line of its status: a pod as it is. */
    record PodLine(String name, String uid, String ip, String phase, int restarts, boolean ready) {
        static PodLine parse(String line) {
            var words = line.split(" ");
            return new PodLine(
                    words[1], words[2], words[3], words[4], Integer.parseInt(words[5]), words[6].equals("ready"));
        }
    }

    /** What it says of itself. */
    record Status(List<PodLine> pods, List<String> events) {}

    /**
     * Starts a program.
     *
     * @param temp its directory for temporary files, in which its default directory is
     * @param grace the grace of its nodes, or zero for what is usual
     * @param pods the names of its pods
     */
    static RunningProgram start(Path temp, Duration grace, String... pods) throws IOException {
        var command = new ArrayList<String>();
        // Shells start background jobs with SIGINT ignored, and what is ignored at the start a JVM goes on ignoring.
        command.addAll(List.of("setsid", "env", "--default-signal=INT", MARK + "=" + temp));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temp, "-cp", classPath()));
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", ClusterProgram.class.getName()));
        command.add(Long.toString(grace.toMillis()));
        command.addAll(List.of(pods));
        return new RunningProgram(
                temp,
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    private static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return path.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    /** Waits until its pods are ready. */
    RunningProgram awaitUp() throws IOException {
        awaitLine("up");
        return this;
    }

    void awaitLine(String line) throws IOException {
        assertThat(output.readLine()).isEqualTo(line);
    }

    Status status() throws IOException {
        say("status");
        var status = new Status(new ArrayList<>(), new ArrayList<>());
        for (var line = output.readLine(); !line.equals("that is all"); line = output.readLine()) {
            if (line.startsWith("pod ")) {
                status.pods().add(PodLine.parse(line));
            } else {
                status.events().add(line.substring("event ".length()));
            }
        }
        return status;
    }

    void say(String order) throws IOException {
        jvm.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
        jvm.getOutputStream().flush();
    }

    /** Sends a signal to its process group, as a terminal does. */
    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("sh", "-c", "kill -s " + name + " -- -" + jvm.pid()).inheritIO();
        assertThat(kill.start().waitFor()).isZero();
    }

    /** Waits for its end; the exit code as a shell would tell it. */
    int awaitEnd(Duration atMost) throws InterruptedException {
        assertThat(jvm.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS))
                .as("ends within " + atMost)
                .isTrue();
        return jvm.exitValue();
    }

    /** The processes of its pods: those that run below its directory, which is its temporary one. */
    List<Long> processes() {
        return processesOf(temp);
    }

    /** The processes of the pods of all programs that have this directory for temporary files. */
    static List<Long> processesOf(Path temp) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> environment(pid).contains("POD_ROOT=" + temp))
                .sorted()
                .toList();
    }

    private static String environment(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException | UncheckedIOException gone) {
            return "";
        }
    }

    /**
     * Ends it if it has not ended, by asking, so that nothing of it stays on this machine. If that takes too long, it is killed with its pods: they
     * outlive it, and write into a directory that the test is about to delete. What is dead shows no environment, though it may be a zombie for
     * ever where process 1 does not reap.
     */
    @Override
    public void close() throws Exception {
        if (jvm.isAlive() && !endsWhenAsked()) {
            jvm.destroyForcibly().waitFor();
            for (var left = processes(); !left.isEmpty(); left = processes()) {
                left.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            }
        }
        output.close();
    }

    private boolean endsWhenAsked() throws InterruptedException {
        try {
            say("close");
        } catch (IOException ended) {
            return false;
        }
        return jvm.waitFor(30, TimeUnit.SECONDS);
    }
}
