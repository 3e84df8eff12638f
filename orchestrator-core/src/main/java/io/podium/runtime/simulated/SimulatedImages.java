package io.podium.runtime.simulated;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.runtime.Image;
import io.podium.api.runtime.RuntimeFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** The images of one runtime. Every image can be had, except those whose registry ends in {@code .invalid} (RFC 2606). */
final class SimulatedImages {
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Set<String> pulled = new TreeSet<>();

    Optional<Image> find(String reference) {
        return exists(reference) ? Optional.of(image(reference)) : Optional.empty();
    }

    Image pull(String reference) {
        if (!exists(reference)) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.NO_SUCH_IMAGE,
                    "image \"" + reference
                            + "\" is of a registry that does not exist; take one whose name does not end in"
                            + " .invalid");
        }
        lock.lock();
        try {
            pulled.add(reference);
        } finally {
            lock.unlock();
        }
        return image(reference);
    }

    List<Image> all() {
        lock.lock();
        try {
            return pulled.stream().map(SimulatedImages::image).toList();
        } finally {
            lock.unlock();
        }
    }

    private static boolean exists(String image) {
        int slash = image.indexOf('/');
        return slash < 0 || !image.substring(0, slash).endsWith(".invalid");
    }

    private static Image image(String reference) {
        return new Image(reference, reference, 0);
    }
}
