package io.podium.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.runtime.host.ContainerRoot;
import io.podium.runtime.process.OwnedDirectory;
import io.podium.runtime.process.ProcessOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a cluster's pods, in {@code pods} beside the state of the process runtime. Nothing is made before it is needed, and
 * nothing is left; what JVMs that were killed have left is deleted as well.
 */
final class Directory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private final Path all;
    private final Path root;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private @Nullable OwnedDirectory owned;

    Directory(String cluster, String unique) {
        this.all = ProcessOptions.defaults().shared().resolveSibling("pods");
        this.root = all.resolve(cluster + "-" + unique);
    }

    /** The directory of a node, which need not exist yet. */
    Path of(String node) {
        return root.resolve(node);
    }

    /** Makes the directory, to be deleted by whoever finds it once this JVM is gone; and deletes those that are to be found so. */
    void claim() {
        lock.lock();
        try {
            if (owned == null) {
                deleteAbandoned();
                owned = OwnedDirectory.take(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the directory for the files of pods cannot be made: " + root, e);
        } finally {
            lock.unlock();
        }
    }

    private void deleteAbandoned() throws IOException {
        for (var abandoned : OwnedDirectory.abandoned(all)) {
            try {
                abandoned.delete();
                LOG.info("Deleted the files of pods whose JVM was killed directory={}", abandoned.path());
            } catch (IOException e) {
                LOG.warn("Files of pods whose JVM was killed cannot be deleted directory={}", abandoned.path(), e);
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (owned == null) {
                ContainerRoot.deleteTree(root);
            } else {
                owned.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the cluster could not be deleted: " + root, e);
        } finally {
            lock.unlock();
        }
    }
}
