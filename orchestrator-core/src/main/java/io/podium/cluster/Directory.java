package io.podium.cluster;

import io.podium.runtime.process.ProcessOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The files of a cluster's pods, in {@code pods} beside the state of the process runtime. Nothing is made before it is needed, and
 * nothing is left.
 */
final class Directory implements AutoCloseable {
    private final Path root;

    Directory(String cluster, String unique) {
        this.root = ProcessOptions.defaults().shared().resolveSibling("pods").resolve(cluster + "-" + unique);
    }

    /** The directory of a node, which need not exist yet. */
    Path of(String node) {
        return root.resolve(node);
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(root, new Deletion());
        } catch (NoSuchFileException nothing) {
            return; // no pod ever had a file
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the cluster could not be deleted: " + root, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
