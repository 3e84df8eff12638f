package io.podium.examples;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Run} is told on its command line.
 *
 * @param runtime the container runtime of the nodes
 * @param name the cluster's name
 * @param seed makes the cluster a simulated one in virtual time
 * @param length how long to run, empty until Ctrl-C
 * @param files the manifests
 */
record RunOptions(String runtime, String name, OptionalLong seed, Optional<Duration> length, List<Path> files) {

    private static final String USAGE =
            "usage: run [--runtime process|simulated] [--name N] [--seed S] [--for D] FILE...";

    static RunOptions parse(String... args) {
        var runtime = "";
        var name = "example";
        var seed = OptionalLong.empty();
        var length = Optional.<Duration>empty();
        var files = new ArrayList<Path>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--runtime" -> runtime = value(args, ++i);
                case "--name" -> name = value(args, ++i);
                case "--seed" -> seed = OptionalLong.of(number(args, ++i));
                case "--for" -> length = Optional.of(duration(value(args, ++i)));
                default -> files.add(file(args[i]));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no file to apply; " + USAGE);
        }
        var chosen = runtime.isEmpty() ? seed.isPresent() ? "simulated" : "process" : runtime;
        if (seed.isPresent() && !chosen.equals("simulated")) {
            throw new IllegalArgumentException(
                    "--seed with --runtime " + chosen + ": virtual time needs simulated; leave out one of them");
        }
        return new RunOptions(chosen, name, seed, length, files);
    }

    private static String value(String[] args, int index) {
        if (index == args.length) {
            throw new IllegalArgumentException(args[index - 1] + " needs a value");
        }
        return args[index];
    }

    private static long number(String[] args, int index) {
        var text = value(args, index);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(args[index - 1] + " " + text + ": must be a whole number", e);
        }
    }

    private static Duration duration(String text) {
        try {
            var duration = Duration.parse("PT" + text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw noDuration(text, e);
        }
        throw noDuration(text, null);
    }

    private static IllegalArgumentException noDuration(String text, @Nullable Exception cause) {
        return new IllegalArgumentException("--for " + text + ": must be a duration such as 30s, 5m or 1h30m", cause);
    }

    private static Path file(String text) {
        if (text.startsWith("-")) {
            throw new IllegalArgumentException(text + ": there is no such option; " + USAGE);
        }
        return Path.of(text);
    }
}
