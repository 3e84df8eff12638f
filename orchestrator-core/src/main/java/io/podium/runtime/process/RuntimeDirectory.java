package io.podium.runtime.process;

import io.podium.api.runtime.RuntimeFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of one runtime: {@code owner} says which JVM has it, {@code shim.sh} runs containers, {@code containers/<id>} holds what a
 * container's shim and the next JVM tell each other, {@code sandboxes/<id>} what the next JVM must know.
 */
final class RuntimeDirectory {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private static final List<String> SCRIPTS = List.of("shim.sh", "keeper.sh");

    private final OwnedDirectory directory;
    private final Path path;
    private final boolean shared;

    private RuntimeDirectory(OwnedDirectory directory, boolean shared) {
        this.directory = directory;
        this.path = directory.path();
        this.shared = shared;
    }

    /** Takes the directory that the options name, or a fresh one with the given name. */
    static RuntimeDirectory take(ProcessOptions options, String freshName, ProcessTable table) throws IOException {
        var own = options.directory();
        var path = own == null ? options.shared().resolve(freshName) : own.toAbsolutePath();
        if (own != null) {
            OwnedDirectory.owner(path, table).ifPresent(owner -> {
                throw new RuntimeFailure(
                        RuntimeFailure.Code.WRONG_STATE,
                        "directory " + path + " is in use by the process " + owner.pid()
                                + "; close that runtime, or give this one another directory");
            });
        }
        var directory = OwnedDirectory.take(path, table);
        Files.createDirectories(path.resolve("containers"));
        Files.createDirectories(path.resolve("sandboxes"));
        for (var script : SCRIPTS) {
            install(script, path);
        }
        return new RuntimeDirectory(directory, own == null);
    }

    private static void install(String script, Path path) throws IOException {
        try (InputStream source = RuntimeDirectory.class.getResourceAsStream(script)) {
            if (source == null) {
                throw new IOException(script + " is missing from the class path; is orchestrator-core packaged whole?");
            }
            Files.write(path.resolve(script), source.readAllBytes());
        }
    }

    /** Directories below the shared one whose JVM is gone. */
    static List<RuntimeDirectory> abandoned(Path shared, ProcessTable table) throws IOException {
        return OwnedDirectory.abandoned(shared, table).stream()
                .map(directory -> new RuntimeDirectory(directory, true))
                .toList();
    }

    Path path() {
        return path;
    }

    /** Whether it is deleted when its runtime is closed. */
    boolean isFresh() {
        return shared;
    }

    /** The name of its control group, no other directory's. */
    String cgroup() {
        return "podium-" + path.getFileName() + "-"
                + Integer.toHexString(path.toString().hashCode());
    }

    Path shim() {
        return path.resolve("shim.sh");
    }

    Path container(String id) {
        return path.resolve("containers").resolve(id);
    }

    Path sandbox(String id) {
        return path.resolve("sandboxes").resolve(id);
    }

    List<String> containers() throws IOException {
        return names(path.resolve("containers"));
    }

    List<String> sandboxes() throws IOException {
        return names(path.resolve("sandboxes"));
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Gives the directory up: a fresh one goes, one of its own stays for the next runtime. */
    void leave() {
        try {
            if (shared) {
                directory.delete();
            } else {
                directory.disown();
            }
        } catch (IOException e) {
            log.atWarn().addKeyValue("directory", path).setCause(e).log("A runtime's directory is left behind");
        }
    }
}
