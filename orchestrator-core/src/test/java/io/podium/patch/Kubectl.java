package io.podium.patch;

import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real {@code kubectl} of this machine, which patches objects without a cluster: the judge of what a strategic merge patch does. */
final class Kubectl {
    private static final Pattern BUILD = Pattern.compile("kubectl\\.1\\.(\\d+)");

    private final Path program;
    private final Path directory;

    private Kubectl(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** The newest build beside the {@code kubectl} on the path, or that one itself. */
    static Optional<Kubectl> find(Path directory) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new Kubectl(newest(found), directory));
    }

    private static Path newest(Path found) {
        try {
            var real = found.toRealPath();
            try (var siblings = Files.list(real.getParent())) {
                return siblings.filter(file -> minor(file) > 0)
                        .max(Comparator.comparingInt(Kubectl::minor))
                        .orElse(real);
            }
        } catch (IOException e) {
            return found;
        }
    }

    private static int minor(Path file) {
        var name = BUILD.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** The objects after the patch, or nothing if it refused one of them. */
    Optional<List<JsonObject>> patch(List<JsonObject> objects, JsonObject patch)
            throws IOException, InterruptedException {
        var list = JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "List")
                .put("items", JsonArray.of(objects))
                .build();
        var file = Files.writeString(directory.resolve("objects.json"), list.toString());
        var patchFile = Files.writeString(directory.resolve("patch.json"), patch.toString());
        var out = directory.resolve("out.json");
        var process = new ProcessBuilder(
                        program.toString(),
                        "patch",
                        "--local",
                        "-f",
                        file.toString(),
                        "--type",
                        "strategic",
                        "--patch-file",
                        patchFile.toString(),
                        "-o",
                        "json")
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve("err.txt").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("kubectl did not answer within a minute");
        }
        return process.exitValue() == 0 ? Optional.of(documents(Files.readString(out))) : Optional.empty();
    }

    /** What it said about the last patch that it refused. */
    String complaint() throws IOException {
        return Files.readString(directory.resolve("err.txt"));
    }

    private static List<JsonObject> documents(String text) {
        return Stream.of(text.split("(?m)^}\n"))
                .filter(document -> !document.isBlank())
                .map(document -> (JsonObject) Texts.parse(document + "}"))
                .toList();
    }
}
