package io.podium.testkit.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened, condensed: SHA-256 over the recorded lines, and a running hash over which task was picked at each step, so
 * that two histories differ as soon as two schedules do.
 */
final class History {
    private static final int FAILURES_KEPT = 1000;

    private final MessageDigest lines = sha256();
    private final List<String> failures = new ArrayList<>();
    private @Nullable Consumer<String> listener;
    private long steps;
    private long schedule;

    void step(long task) {
        steps++;
        schedule = SeededRandom.mix(schedule ^ task);
    }

    void record(long nanos, String line) {
        var stamped = nanos + " " + line;
        lines.update(stamped.getBytes(StandardCharsets.UTF_8));
        lines.update((byte) '\n');
        if (listener != null) {
            listener.accept(stamped);
        }
    }

    void failed(String failure) {
        if (failures.size() < FAILURES_KEPT) {
            failures.add(failure);
        }
    }

    void listener(Consumer<String> lineListener) {
        listener = lineListener;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    long steps() {
        return steps;
    }

    /** Hexadecimal, 64 characters. What is recorded afterwards continues the same history. */
    String digest() {
        try {
            var snapshot = (MessageDigest) lines.clone();
            var schedules = "steps " + steps + " schedule " + Long.toHexString(schedule);
            return HexFormat.of().formatHex(snapshot.digest(schedules.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's SHA-256 cannot be read while it runs", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
