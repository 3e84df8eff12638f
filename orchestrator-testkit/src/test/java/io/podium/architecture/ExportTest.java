package io.podium.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A package of the api module is there for users, and so exported, unless {@code internal} is part of its name. */
class ExportTest {

    private static final Path SOURCES = Path.of(System.getProperty("podium.root"), "orchestrator-api", "src", "main");
    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    @Test
    void everyPackageOfTheApiIsExported() throws IOException {
        var declaration = Files.readString(SOURCES.resolve("module").resolve("module-info.java"));

        var exported = EXPORT.matcher(declaration)
                .results()
                .map((MatchResult export) -> export.group(1))
                .toList();

        var java = SOURCES.resolve("java");
        try (var files = Files.walk(java)) {
            var forUsers = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> java.relativize(file.getParent())
                            .toString()
                            .replace(java.getFileSystem().getSeparator(), "."))
                    .filter(name -> !name.contains(".internal"))
                    .toList();
            assertThat(exported).containsExactlyInAnyOrderElementsOf(forUsers);
        }
    }
}
