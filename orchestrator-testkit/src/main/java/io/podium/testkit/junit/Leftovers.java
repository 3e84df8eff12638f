package io.podium.testkit.junit;

import io.podium.api.Cluster;
import io.podium.runtime.process.ProcessOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a closed cluster may not leave behind: tasks, threads that bear its name, processes that have its mark in their environment (as Linux
 * shows it), and files of its pods.
 */
final class Leftovers {
    /** The variable by which processes of a test's cluster are known. */
    static final String MARK = "PODIUM_TEST_CLUSTER";

    private static final Path PROCESSES = Path.of("/proc");

    private final String name;

    /**
     * What one cluster may leave.
     *
     * @param name the cluster's name, unique on this machine
     */
    Leftovers(String name) {
        this.name = name;
    }

    List<String> of(Cluster closed) {
        var found = new ArrayList<String>();
        closed.dispatcher().liveTasks().forEach(task -> found.add("task " + task));
        threads(found);
        processes(found);
        files(found);
        return found;
    }

    private void threads(List<String> found) {
        Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(thread -> thread.startsWith("podium-" + name + "/") || thread.equals("podium-" + name))
                .sorted()
                .forEach(thread -> found.add("thread " + thread));
    }

    private void processes(List<String> found) {
        for (var process : children(PROCESSES, "[0-9]*")) {
            if (environment(process).contains(MARK + "=" + name + "\0")) {
                found.add("process " + process.getFileName());
            }
        }
    }

    /** The environment of a process; empty if it has just ended, or is another user's. */
    private static String environment(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void files(List<String> found) {
        var pods = ProcessOptions.defaults().shared().resolveSibling("pods");
        children(pods, name + "-*").forEach(file -> found.add("files " + file));
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
