package io.podium.runtime.host;

import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.RuntimeFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The directory that stands for the root of a container's file system, {@code POD_ROOT}. The path {@code /x/y} of a pod's spec is {@code
 * $POD_ROOT/x/y}: mounts are symbolic links there, and so is the file for the termination message; {@code $POD_ROOT/tmp} exists. Each
 * container has its own, so that two containers of a pod may mount different volumes at the same path; each attempt finds it empty.
 */
public final class ContainerRoot {
    private static final String DIRECTORY = "rootfs";

    private final Path root;

    /**
     * The root of a container.
     *
     * @param podRoot the pod's directory, {@link io.podium.api.runtime.SandboxSpec#root}
     * @param container the container's name
     */
    public ContainerRoot(Path podRoot, String container) {
        root = podRoot.toAbsolutePath().resolve(DIRECTORY).resolve(container);
    }

    /**
     * The directory.
     *
     * @return an absolute path
     */
    public Path path() {
        return root;
    }

    /**
     * Where a path of the container is.
     *
     * @param containerPath an absolute path of the container, or one that is below the root already
     * @return a path below the root
     * @throws RuntimeFailure if it leads out of the root
     */
    public Path resolve(String containerPath) {
        var given = Path.of(containerPath);
        var resolved = given.startsWith(root)
                ? given.normalize()
                : root.resolve(containerPath.replaceFirst("^/+", "")).normalize();
        if (!resolved.startsWith(root)) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.FAILED,
                    "path " + containerPath + " leads out of the container's root; leave out the \"..\"");
        }
        return resolved;
    }

    /**
     * Makes the directory anew, with links for all mounts.
     *
     * @param spec the container
     * @throws RuntimeFailure if a mount has no place
     */
    public void prepare(ContainerSpec spec) {
        try {
            deleteTree(root);
            Files.createDirectories(root.resolve("tmp"));
            var mounts = spec.mounts().stream()
                    .sorted(Comparator.comparing(ContainerSpec.Mount::containerPath))
                    .toList();
            for (var mount : mounts) {
                link(mount.containerPath(), mount.hostPath());
            }
            if (!spec.terminationMessagePath().isEmpty()) {
                link(spec.terminationMessagePath(), spec.terminationMessage());
            }
        } catch (IOException e) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.FAILED,
                    "container " + spec.name() + ": its directory " + root + " cannot be made: " + e,
                    e);
        }
    }

    private void link(String containerPath, Path target) throws IOException {
        var place = resolve(containerPath);
        if (place.equals(root)) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.UNSUPPORTED,
                    "a volume cannot be mounted at / here, because the host's root is in use; mount it at a path");
        }
        var parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.isSymbolicLink(place) || isEmptyDirectory(place)) {
            Files.delete(place); // a mount within a volume, from an earlier attempt; or /tmp
        }
        Files.createSymbolicLink(place, target.toAbsolutePath());
    }

    private static boolean isEmptyDirectory(Path place) throws IOException {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var entries = Files.list(place)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Deletes the roots of all containers of a pod, not what links in them point to.
     *
     * @param podRoot the pod's directory
     * @throws UncheckedIOException if something cannot be deleted
     */
    public static void deleteAll(Path podRoot) {
        try {
            deleteTree(podRoot.resolve(DIRECTORY));
        } catch (IOException e) {
            throw new UncheckedIOException("roots of containers below " + podRoot + " cannot be deleted", e);
        }
    }

    /**
     * Deletes a directory with all it holds, following no links.
     *
     * @param directory the directory, which may be missing
     * @throws IOException if something cannot be deleted
     */
    public static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                visited.toFile().setWritable(true, true); // a program may have made it read-only
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // somebody else deletes it too
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
