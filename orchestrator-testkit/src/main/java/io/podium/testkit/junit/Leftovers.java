package io.podium.testkit.junit;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.podium.api.Cluster;
import io.podium.runtime.process.ProcessOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a closed cluster may not leave behind: tasks, threads that bear its name, virtual ones too, processes that have its mark in their
 * environment (as Linux shows it), the files of its pods and the state of its runtimes.
 */
final class Leftovers {
    /** The variable by which processes of a test's cluster are known. */
    static final String MARK = "PODIUM_TEST_CLUSTER";

    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern THREAD = Pattern.compile("#\\d+ \"(.*)\".*");

    /** A thread that has done its last work is there for a moment, and so is a process that was killed; on a busy machine, a long one. */
    private static final int LOOKS = 9;

    /** At first, and twice as long each time, up to a second: five seconds in all. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Duration MOST_BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final String name;
    private final ConcurrentLinkedQueue<Path> directories = new ConcurrentLinkedQueue<>();

    /**
     * What one cluster may leave.
     *
     * @param name the cluster's name, unique on this machine; no other name begins with it and a digit
     */
    Leftovers(String name) {
        this.name = name;
    }

    /** Adds a directory that goes with the cluster. */
    void watch(Path directory) {
        directories.add(directory);
    }

    /** What is left, once that does not change by itself; a line each. */
    List<String> of(Cluster closed) {
        var found = look(closed);
        long pause = BETWEEN_LOOKS.toNanos();
        for (int looks = 1; looks < LOOKS && !found.isEmpty(); looks++) {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, MOST_BETWEEN_LOOKS.toNanos());
            found = look(closed);
        }
        return found;
    }

    private List<String> look(Cluster closed) {
        var found = new ArrayList<String>();
        closed.dispatcher().liveTasks().forEach(task -> found.add("task " + task));
        threads(found);
        processes(found);
        files(found);
        return found;
    }

    private void threads(List<String> found) {
        Stream.concat(
                        Thread.getAllStackTraces().keySet().stream()
                                .filter(Thread::isAlive)
                                .map(Thread::getName),
                        virtualThreads())
                .filter(this::isOurs)
                .distinct()
                .sorted()
                .forEach(thread -> found.add("thread " + thread));
    }

    private boolean isOurs(String thread) {
        var ours = "podium-" + name;
        return thread.startsWith(ours)
                && (thread.length() == ours.length() || !Character.isDigit(thread.charAt(ours.length())));
    }

    /** Names of threads of all kinds: only a dump tells of virtual ones. */
    private static Stream<String> virtualThreads() {
        var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (jvm == null) {
            return Stream.of(); // another JVM than HotSpot
        }
        try {
            var directory = Files.createTempDirectory("threads");
            var dump = directory.resolve("dump");
            try {
                jvm.dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readAllLines(dump).stream()
                        .map(THREAD::matcher)
                        .filter(line -> line.matches())
                        .map(line -> line.group(1));
            } finally {
                Files.deleteIfExists(dump);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the threads of this JVM cannot be listed", e);
        }
    }

    private void processes(List<String> found) {
        for (var process : children(PROCESSES, "[0-9]*")) {
            if (environment(process).contains(MARK + "=" + name + "\0")) {
                found.add("process " + process.getFileName() + " " + commandLine(process));
            }
        }
    }

    private static String commandLine(Path process) {
        return text(process.resolve("cmdline")).replace('\0', ' ').strip();
    }

    /** The environment of a process; empty if it has just ended, or is another user's. */
    private static String environment(Path process) {
        return text(process.resolve("environ"));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void files(List<String> found) {
        var pods = ProcessOptions.defaults().shared().resolveSibling("pods");
        children(pods, name + "-*").forEach(file -> found.add("files " + file));
        directories.stream().filter(Files::exists).forEach(directory -> found.add("files " + directory));
    }

    private static List<Path> children(Path directory, String glob) {
        var children = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, glob)) {
            stream.forEach(children::add);
        } catch (IOException none) {
            return List.of(); // no such directory here
        }
        children.sort(null);
        return children;
    }
}
