package io.podium.runtime.process;

import io.podium.api.meta.Sorted;
import io.podium.runtime.logs.LogRotation;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link ProcessRuntime} works.
 *
 * @param directory a directory of its own, whose containers it adopts and leaves running, or null for a fresh one below {@code shared}
 * @param shared where runtimes without a directory of their own keep their state, and look for what dead JVMs have left
 * @param logs when log files are set aside
 * @param environment variables for every container, which its spec may replace
 */
public record ProcessOptions(@Nullable Path directory, Path shared, LogRotation logs, Map<String, String> environment) {
    /** Names the directory below which all of Podium's runtimes keep their files. */
    public static final String DIRECTORY_PROPERTY = "podium.directory";

    /** Sorts the variables. */
    public ProcessOptions {
        environment = Sorted.copyOf(environment);
    }

    /**
     * What suits a cluster that lives as long as its JVM.
     *
     * @return no directory of its own, ten mebibytes of log five times, the {@code PATH} of this JVM
     */
    public static ProcessOptions defaults() {
        var user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9._-]", "_");
        var base = System.getProperty(DIRECTORY_PROPERTY);
        var root = base == null ? Path.of(System.getProperty("java.io.tmpdir"), "podium-" + user) : Path.of(base);
        var path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return new ProcessOptions(null, root.resolve("process"), LogRotation.DEFAULT, Map.of("PATH", path));
    }

    /**
     * The same with a directory of its own: containers outlive the JVM, and are adopted by the next runtime that is given it.
     *
     * @param own the directory, made if missing
     * @return new options
     */
    public ProcessOptions directory(Path own) {
        return new ProcessOptions(own, shared, logs, environment);
    }

    /**
     * The same with another place for directories of runtimes that have none of their own.
     *
     * @param base the directory, made if missing
     * @return new options
     */
    public ProcessOptions shared(Path base) {
        return new ProcessOptions(directory, base, logs, environment);
    }

    /**
     * The same with other log files.
     *
     * @param rotation when they are set aside, and how many are kept
     * @return new options
     */
    public ProcessOptions logs(LogRotation rotation) {
        return new ProcessOptions(directory, shared, rotation, environment);
    }

    /**
     * The same with another variable for every container.
     *
     * @param name its name
     * @param value its value
     * @return new options
     */
    public ProcessOptions environment(String name, String value) {
        var all = new TreeMap<>(environment);
        all.put(name, value);
        return new ProcessOptions(directory, shared, logs, all);
    }
}
