package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Where recordings are read from: a directory, or those that come with the test kit. */
final class Recordings {
    private final @Nullable Path directory;

    private Recordings(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Those that come with the test kit. */
    static Recordings committed() {
        return new Recordings(null);
    }

    /** Those of a directory; what it does not have is not replayed, but for the base objects. */
    static Recordings in(Path directory) {
        return new Recordings(directory);
    }

    boolean areCommitted() {
        return directory == null;
    }

    boolean has(String file) {
        return resolved(file).isPresent();
    }

    /** The lines of a file, which are read one at a time; close the stream. */
    Stream<String> lines(String file) {
        return reader(file).lines();
    }

    /** The whole text of a file. */
    String text(String file) {
        try (var lines = reader(file)) {
            return lines.lines()
                    .reduce(new StringBuilder(), (all, line) -> all.append(line).append('\n'), (a, b) -> a)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder, in the order of their names; none where recordings come with the test kit. */
    List<String> folder(String name) {
        var folder = directory == null ? null : directory.resolve(name);
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> name + "/" + file.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject parse(String line) {
        return (JsonObject) tree(line);
    }

    static Json tree(String text) {
        return JsonReader.plain().readTree(text.getBytes(StandardCharsets.UTF_8), Strictness.ignoring());
    }

    private BufferedReader reader(String file) {
        var stream = resolved(file)
                .orElseThrow(() -> new IllegalArgumentException("there is no recording " + file
                        + (directory == null ? " in the test kit" : " in " + directory)));
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private Optional<InputStream> resolved(String file) {
        try {
            var path = directory == null ? null : directory.resolve(file);
            if (path != null && Files.exists(path)) {
                return Optional.of(
                        file.endsWith(".gz") ? unpacked(Files.newInputStream(path)) : Files.newInputStream(path));
            }
            var packed = directory == null ? null : directory.resolve(file + ".gz");
            if (packed != null && Files.exists(packed)) {
                return Optional.of(unpacked(Files.newInputStream(packed)));
            }
            return directory == null || file.equals(Bases.FILE) ? resource(file) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<InputStream> resource(String file) throws IOException {
        var resource = Recordings.class.getResourceAsStream(file + ".gz");
        return resource == null ? Optional.empty() : Optional.of(unpacked(resource));
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        return new GZIPInputStream(packed, 1 << 16);
    }
}
