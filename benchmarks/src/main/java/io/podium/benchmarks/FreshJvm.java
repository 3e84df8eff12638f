package io.podium.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Starts programs in JVMs of their own, with this one's class path, of which directories become jars: archives of classes know only these. */
final class FreshJvm {
    private static final String DONE = "done";

    private final Path directory;
    private final String classPath;

    FreshJvm(Path directory) throws IOException {
        this.directory = directory;
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? jar(path, entries.size()).toString() : entry);
        }
        this.classPath = String.join(File.pathSeparator, entries);
    }

    private Path jar(Path classes, int number) throws IOException {
        var jar = directory.resolve("classes-" + number + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /** What a program calls once the measured thing has happened. */
    static void done() {
        System.out.println(DONE);
    }

    /** Runs a program; answers the milliseconds from before its JVM was started until it was done. */
    double millisUntilDone(Class<?> program, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        long start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double millis = -1;
        try (BufferedReader output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(DONE)) {
                    millis = Measured.millis(start, System.nanoTime());
                }
            }
            if (process.waitFor() != 0 || millis < 0) {
                throw new IllegalStateException(program.getName() + " failed in a JVM of its own; run it alone");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        return millis;
    }

    /** The median of some runs. */
    double median(int runs, Class<?> program) throws IOException {
        return median(runs, program, List.of());
    }

    private double median(int runs, Class<?> program, List<String> options) throws IOException {
        var millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            millis[i] = millisUntilDone(program, options);
        }
        return Measured.median(millis);
    }

    /** The median of some runs with an archive of classes, an AOT cache where the JDK has it, that a first run makes. */
    double medianArchived(int runs, Class<?> program) throws IOException {
        var archive = directory.resolve(program.getSimpleName() + ".archive");
        boolean aot = Runtime.version().feature() >= 25;
        millisUntilDone(program, List.of((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive));
        return median(runs, program, List.of((aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive));
    }

    /** Lets a task use a directory of its own. */
    static void inDirectory(Task task) {
        try {
            var directory = Files.createTempDirectory("podium-benchmark");
            try {
                task.run(new FreshJvm(directory));
            } finally {
                try (var files = Files.list(directory)) {
                    for (var file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that starts programs. */
    interface Task {
        void run(FreshJvm jvm) throws IOException;
    }
}
