package io.podium.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the compiler says to some sources when it runs the processor, every lint and documentation check on.
 *
 * @param messages errors and warnings, as {@code file:line: message}
 * @param classes where the classes are
 */
record Compilation(List<String> messages, Path classes) {
    private static final Path API =
            Path.of(System.getProperty("podium.root"), "orchestrator-api", "src", "main", "java");

    /** Compiles the API without its module declaration: samples are in no module. */
    static Compilation ofApi(Path output) {
        try (var sources = Files.walk(API)) {
            var files = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
            var manager = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, null);
            return compile(
                    output,
                    manager.getJavaFileObjectsFromPaths(files),
                    System.getProperty("java.class.path"),
                    "-Xlint:none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles sources, each of which begins with its package and is named by its first type. */
    static Compilation of(Path output, Compilation api, String... sources) {
        var files = Stream.of(sources).map(Source::new).toList();
        var path = api.classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
        return compile(output, files, path, "-Xlint:all,-processing", "-Xdoclint:all/protected");
    }

    private static Compilation compile(
            Path output, Iterable<? extends JavaFileObject> files, String path, String... options) {
        var all = new ArrayList<>(List.of("-d", output.toString(), "-classpath", path, "--release", "21"));
        all.addAll(List.of(options));
        var seen = new DiagnosticCollector<JavaFileObject>();
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, seen, all, null, files);
        task.setProcessors(List.of(new ApiTypeProcessor()));
        task.call();
        return new Compilation(
                seen.getDiagnostics().stream()
                        .filter(found -> found.getKind() != Diagnostic.Kind.NOTE)
                        .map(Compilation::text)
                        .toList(),
                output);
    }

    private static String text(Diagnostic<? extends JavaFileObject> found) {
        var file = found.getSource() == null
                ? ""
                : Path.of(found.getSource().getName()).getFileName() + ":" + found.getLineNumber();
        return file + ": " + found.getMessage(Locale.ROOT);
    }

    /** What a static method without parameters returns. */
    Object call(Compilation api, String type, String method) throws ReflectiveOperationException, IOException {
        var urls = new URL[] {classes.toUri().toURL(), api.classes.toUri().toURL()};
        try (var loader = new URLClassLoader(urls, Compilation.class.getClassLoader())) {
            return loader.loadClass(type).getMethod(method).invoke(null);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        /** Sources declare {@code public record X} or {@code public final class X} first. */
        private static String name(String text) {
            var declaration = text.substring(text.indexOf("public "));
            return declaration.replaceFirst("(?s)^public (?:final )?(?:class|record|interface|enum) (\\w+).*", "$1");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
