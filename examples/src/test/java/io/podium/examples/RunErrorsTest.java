package io.podium.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code examples/run} says of manifests that are refused: each on a line with its file, and exit code 1. */
class RunErrorsTest {
    private static final String GOOD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good}\n";

    @TempDir
    private Path directory;

    private record Outcome(int code, String out, String err) {}

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static List<String> command(List<String> options, Path... files) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName()));
        command.addAll(options);
        for (var file : files) {
            command.add(file.toString());
        }
        return command;
    }

    private Outcome run(Path... files) throws IOException, InterruptedException {
        var out = directory.resolve("out");
        var err = directory.resolve("err");
        int code = new ProcessBuilder(command(List.of("--seed", "1", "--for", "1s"), files))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Outcome(code, Files.readString(out), Files.readString(err));
    }

    @Test
    void goesOnWithTheOtherFiles() throws Exception {
        var unreadable = file("unreadable.yaml", GOOD + "---\napiVersion: v1\nkind: Pod\nmetadata:\n\tname: web\n");
        var invalid = file("invalid.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Bad}\n");
        var empty = file("empty.yaml", "# later\n");
        var missing = directory.resolve("missing.yaml");
        var good = file("good.yaml", GOOD);

        var outcome = run(unreadable, invalid, empty, missing, good);

        assertThat(outcome.err())
                .contains("refused " + unreadable
                        + ": document 2, line 8, column 1: malformed YAML: found character '\\t(TAB)'")
                .contains("refused " + invalid
                        + ": ConfigMap \"Bad\" is invalid: metadata.name: Invalid value: \"Bad\": a lowercase")
                .contains("refused " + empty + ": no objects passed to apply: " + empty + " says none")
                .contains("refused " + missing + ": the manifests " + missing
                        + " cannot be read: there is no such file\n");
        assertThat(outcome.out()).contains("applied " + good).contains("  name: good\n");
        assertThat(outcome.code()).isEqualTo(1);
    }

    /** As by Ctrl-C, on which the JVM alone would print nothing and exit with 130. */
    @Test
    void printsAllObjectsAndExitsWithZeroWhenItIsToldToEnd() throws Exception {
        var good = file("good.yaml", GOOD);
        var program = new ProcessBuilder(command(List.of("--runtime", "simulated"), good))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = program.inputReader()) {
            for (var line = out.readLine(); line != null && !line.equals("applied " + good); ) {
                line = out.readLine();
            }

            program.toHandle().destroy();

            assertThat(out.lines()).contains("  name: good");
            assertThat(program.waitFor()).isZero();
        }
    }

    @Test
    void exitsWithZeroOnlyIfNothingWasRefused() throws Exception {
        assertThat(run(file("good.yaml", GOOD)).code()).isZero();
    }
}
