package io.podium.runtime.process;

import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.host.ContainerRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of one runtime: {@code owner} says which JVM has it, {@code shim.sh} runs containers, {@code containers/<id>} holds what a
 * container's shim and the next JVM tell each other, {@code sandboxes/<id>} what the next JVM must know.
 */
final class RuntimeDirectory {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private static final int ATTEMPTS = 5;
    private static final List<String> SCRIPTS = List.of("shim.sh", "keeper.sh");

    private final Path path;
    private final boolean shared;

    private RuntimeDirectory(Path path, boolean shared) {
        this.path = path;
        this.shared = shared;
    }

    /** Takes the directory that the options name, or a fresh one with the given name. */
    static RuntimeDirectory take(ProcessOptions options, String freshName, ProcessTable table) throws IOException {
        var own = options.directory();
        var path = own == null ? options.shared().resolve(freshName) : own.toAbsolutePath();
        if (own == null) {
            makePrivate(options.shared());
        } else {
            owner(path, table).ifPresent(owner -> {
                throw new RuntimeFailure(
                        RuntimeFailure.Code.WRONG_STATE,
                        "directory " + path + " is in use by the process " + owner.pid()
                                + "; close that runtime, or give this one another directory");
            });
        }
        makePrivate(path);
        Files.createDirectories(path.resolve("containers"));
        Files.createDirectories(path.resolve("sandboxes"));
        Files.writeString(path.resolve("owner.new"), ownIdentity(table));
        Files.move(path.resolve("owner.new"), path.resolve("owner"), StandardCopyOption.ATOMIC_MOVE); // never seen half
        for (var script : SCRIPTS) {
            install(script, path);
        }
        return new RuntimeDirectory(path, own == null);
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
        var found = new ArrayList<RuntimeDirectory>();
        if (!Files.isDirectory(shared)) {
            return found;
        }
        try (var entries = Files.newDirectoryStream(shared)) {
            for (var entry : entries) {
                if (Files.exists(entry.resolve("owner")) && owner(entry, table).isEmpty()) {
                    found.add(new RuntimeDirectory(entry, true));
                }
            }
        } catch (NoSuchFileException e) {
            return found; // the last runtime has just taken it along
        }
        return found;
    }

    /** The living JVM that has a directory. One of another PID namespace counts as living: nobody here could tell. */
    private static Optional<ProcessId> owner(Path directory, ProcessTable table) {
        try {
            var lines = Files.readAllLines(directory.resolve("owner"));
            if (lines.size() < 2) {
                return Optional.empty();
            }
            var owner = ProcessId.parse(lines.get(0));
            return lines.get(1).equals(pidNamespace()) ? owner.filter(table::isAlive) : owner;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String ownIdentity(ProcessTable table) throws IOException {
        long pid = ProcessHandle.current().pid();
        var self = table.identify(pid).orElseThrow(() -> new IOException("this process " + pid + " is not listed"));
        return self + "\n" + pidNamespace() + "\n";
    }

    /** Names of processes are good in one PID namespace, and until the machine is started again. */
    private static String pidNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "machine";
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        var parent = directory.toAbsolutePath().getParent();
        for (int attempt = 1; ; attempt++) {
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.createDirectory(directory);
                break;
            } catch (FileAlreadyExistsException e) {
                refuseForeign(directory);
                return;
            } catch (NoSuchFileException e) { // another JVM has just tidied up the empty parent
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** In a temporary directory that all users share, somebody may have prepared a trap. */
    private static void refuseForeign(Path directory) throws IOException {
        var owner = Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS);
        var home = Path.of("/proc/self");
        var user = Files.exists(home) ? Files.getOwner(home) : owner;
        if (!owner.equals(user)) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.FAILED,
                    "directory " + directory + " belongs to " + owner.getName() + ", not to " + user.getName()
                            + "; remove it, or name another one by -D" + ProcessOptions.DIRECTORY_PROPERTY);
        }
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
                ContainerRoot.deleteTree(path);
                tidy();
            } else {
                Files.deleteIfExists(path.resolve("owner"));
            }
        } catch (IOException e) {
            log.atWarn().addKeyValue("directory", path).setCause(e).log("A runtime's directory is left behind");
        }
    }

    /** The last runtime of this machine takes the directories along that Podium has made by itself. */
    private void tidy() {
        var parent = path.getParent();
        if (parent == null || !ProcessOptions.defaults().shared().equals(parent)) {
            return;
        }
        boolean empty = parent.toFile().delete();
        var base = parent.getParent();
        if (empty && base != null) {
            base.toFile().delete();
        }
    }
}
