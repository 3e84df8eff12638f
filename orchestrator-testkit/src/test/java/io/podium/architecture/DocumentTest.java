package io.podium.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every code block of README and ARCHITECTURE carries a marker that says where it comes from: {@code snippet: path#region},
 * a file that the build compiles or reads, or {@code run by .ci/run}, a command that continuous integration takes from
 * the document and runs.
 */
class DocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("podium.root", ".."));
    private static final String SNIPPET = "snippet:";
    private static final String RUN = "run by .ci/run";

    @TestFactory
    Stream<DynamicTest> codeBlocksComeFromFilesThatAreCompiledOrRun() throws IOException {
        var blocks = Stream.of("README.md", "ARCHITECTURE.md")
                .map(ROOT::resolve)
                .flatMap(document -> CodeBlock.of(document, readAllLines(document)).stream())
                .toList();

        return blocks.stream().map(block -> DynamicTest.dynamicTest(block.position(), () -> check(ROOT, block)));
    }

    @Test
    void aBlockEqualToItsRegionPasses(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("Hello.java"), """
                class Hello {
                    // snippet:greet
                    void greet() {

                        say("hello");
                    }
                    // end
                }
                """);
        var block = block("snippet: Hello.java#greet", "java", "void greet() {", "", "    say(\"hello\");", "}");

        check(root, block);
    }

    @Test
    void aBlockThatDiffersFromItsRegionFails(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<!-- snippet:one -->\n<a>1</a>\n<!-- end -->\n");
        var block = block("snippet: pom.xml#one", "xml", "<a>2</a>");

        assertThatThrownBy(() -> check(root, block))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DOC.md:2")
                .hasMessageContaining("<a>2</a>");
    }

    @Test
    void aBlockWithoutMarkerFails(@TempDir Path root) {
        var block = CodeBlock.of(root.resolve("DOC.md"), List.of("text", "```java", "code", "```"))
                .getFirst();

        assertThatThrownBy(() -> check(root, block))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DOC.md:2")
                .hasMessageContaining("snippet: path#region");
    }

    @Test
    void aMissingRegionFails(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("run.sh"), "# snippet:two\necho\n");

        assertThatThrownBy(() -> check(root, block("snippet: run.sh#one", "sh", "echo")))
                .hasMessageContaining("run.sh#one: the file has no such region");
        assertThatThrownBy(() -> check(root, block("snippet: run.sh#two", "sh", "echo")))
                .hasMessageContaining("run.sh#two: the region has no end");
        assertThatThrownBy(() -> check(root, block("snippet: gone.sh", "sh", "echo")))
                .hasMessageContaining("gone.sh: there is no such file");
    }

    private static void check(Path root, CodeBlock block) throws IOException {
        String marker = block.marker().orElse("");
        if (marker.equals(RUN)) {
            assertThat(block.language()).as(block.position()).isEqualTo("sh");
            assertThat(block.document().getFileName()).as(block.position()).hasToString("README.md");
            return;
        }
        assertThat(marker)
                .as(
                        "%s: the line before a code block says <!-- snippet: path#region --> or <!-- %s -->",
                        block.position(), RUN)
                .startsWith(SNIPPET);
        assertThat(block.lines())
                .as(block.position())
                .isEqualTo(Snippet.read(root, marker.substring(SNIPPET.length()).strip()));
    }

    private static CodeBlock block(String marker, String language, String... lines) {
        var text = Stream.of(Stream.of("<!-- " + marker + " -->", "```" + language), Stream.of(lines), Stream.of("```"))
                .flatMap(part -> part)
                .toList();
        return CodeBlock.of(Path.of("DOC.md"), text).getFirst();
    }

    private static List<String> readAllLines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
