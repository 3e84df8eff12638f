package io.podium.runtime.logs;

import java.nio.file.Path;

/**
 * When a log file is set aside and how many are kept. The newest of the files set aside of {@code 0.log} is {@code 0.log.1}.
 *
 * @param maxBytes size at which a file is set aside, at least 1024
 * @param maxFiles how many files there are at most, the present one included, at least 1
 */
public record LogRotation(long maxBytes, int maxFiles) {
    /** What Kubernetes does: ten mebibytes, five files. */
    public static final LogRotation DEFAULT = new LogRotation(10L << 20, 5);

    /** Checks the ranges. */
    public LogRotation {
        if (maxBytes < 1024) {
            throw new IllegalArgumentException("maxBytes must be at least 1024, was " + maxBytes);
        }
        if (maxFiles < 1) {
            throw new IllegalArgumentException("maxFiles must be at least 1, was " + maxFiles);
        }
    }

    /** The file that was set aside {@code age} rotations ago; the present one is of age 0. */
    static Path rotated(Path file, int age) {
        return age == 0 ? file : file.resolveSibling(file.getFileName() + "." + age);
    }
}
