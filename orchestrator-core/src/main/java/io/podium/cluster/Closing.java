package io.podium.cluster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes one thing after another, whatever becomes of each. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn(
                    "Closing a part of the cluster failed part={}",
                    part.getClass().getSimpleName(),
                    e);
        }
    }
}
