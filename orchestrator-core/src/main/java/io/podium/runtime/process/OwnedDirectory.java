package io.podium.runtime.process;

import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.host.ContainerRoot;
import java.io.IOException;
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

/**
 * A directory that belongs to one JVM: its file {@code owner} says to which, so that others can tell what a dead one has left.
 *
 * <p>Any number of JVMs may make, look for and delete such directories side by side.
 */
public final class OwnedDirectory {
    private static final String OWNER = "owner";
    private static final int ATTEMPTS = 20;

    private final Path path;

    private OwnedDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes a directory, readable by this user alone, and says that it is this JVM's.
     *
     * @param path the directory, which may be there already
     * @return the directory
     * @throws IOException if it cannot be made
     * @throws RuntimeFailure if it is another user's
     */
    public static OwnedDirectory take(Path path) throws IOException {
        return take(path, new ProcessTable());
    }

    static OwnedDirectory take(Path path, ProcessTable table) throws IOException {
        makePrivate(path);
        var fresh = path.resolve(OWNER + ".new");
        Files.writeString(fresh, ownIdentity(table));
        Files.move(fresh, path.resolve(OWNER), StandardCopyOption.ATOMIC_MOVE); // never seen half
        return new OwnedDirectory(path);
    }

    /**
     * The directories in another one whose JVM is gone.
     *
     * @param parent where to look; may be missing
     * @return those whose JVM has ended; not those of other PID namespaces, of which nobody here could tell
     * @throws IOException if {@code parent} cannot be read
     */
    public static List<OwnedDirectory> abandoned(Path parent) throws IOException {
        return abandoned(parent, new ProcessTable());
    }

    static List<OwnedDirectory> abandoned(Path parent, ProcessTable table) throws IOException {
        var found = new ArrayList<OwnedDirectory>();
        if (!Files.isDirectory(parent)) {
            return found;
        }
        try (var entries = Files.newDirectoryStream(parent)) {
            for (var entry : entries) {
                if (Files.exists(entry.resolve(OWNER)) && owner(entry, table).isEmpty()) {
                    found.add(new OwnedDirectory(entry));
                }
            }
        } catch (NoSuchFileException e) {
            return found; // the last JVM has just taken it along
        }
        return found;
    }

    /** The living JVM that has a directory. One of another PID namespace counts as living: nobody here could tell. */
    static Optional<ProcessId> owner(Path directory, ProcessTable table) {
        try {
            var lines = Files.readAllLines(directory.resolve(OWNER));
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
            try {
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(directory);
                break;
            } catch (FileAlreadyExistsException | NoSuchFileException e) {
                if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                    refuseForeign(directory);
                    return;
                }
                if (attempt == ATTEMPTS) { // until then, another JVM has just taken an empty parent along
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

    /**
     * Where it is.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    private List<Path> contents() throws IOException {
        var contents = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(path, entry -> !entry.endsWith(OWNER))) {
            entries.forEach(contents::add);
        } catch (NoSuchFileException e) {
            return contents; // another JVM has deleted it
        }
        return contents;
    }

    /** Says that it is nobody's any more; its other files stay. */
    void disown() throws IOException {
        Files.deleteIfExists(path.resolve(OWNER));
    }

    /**
     * Deletes it with all it holds. If it was the last of this machine, the directories go with it that Podium has made by itself. Whose it is
     * goes last, so that what this JVM does not come to delete is found by the next one.
     *
     * @throws IOException if something cannot be deleted
     */
    public void delete() throws IOException {
        for (var entry : contents()) {
            ContainerRoot.deleteTree(entry);
        }
        ContainerRoot.deleteTree(path);
        var parent = path.getParent();
        var base = ProcessOptions.defaults().shared().getParent();
        if (parent != null && base != null && base.equals(parent.getParent())) {
            var unused = parent.toFile().delete() && base.toFile().delete(); // neither unless it is empty
        }
    }
}
