package io.podium.testkit.golden.lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs of the recorded pods: busybox, under the names of its applets. */
final class Busybox {
    private static final List<Path> PLACES = List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox"));

    private Busybox() {}

    /** Where busybox is on this machine. */
    static Optional<Path> find() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /** Fills a directory with links that name busybox's applets. */
    static void link(Path busybox, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var list = new ProcessBuilder(busybox.toString(), "--list")
                .redirectErrorStream(true)
                .start();
        try (var output = list.getInputStream()) {
            for (var applet : new String(output.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                name(directory.resolve(applet.strip()), busybox);
            }
        }
        list.waitFor();
    }

    private static void name(Path name, Path busybox) throws IOException {
        try {
            Files.createSymbolicLink(name, busybox);
        } catch (FileAlreadyExistsException listedTwice) {
            return;
        }
    }

    /** Removes such a directory. */
    static void unlink(Path directory) throws IOException {
        try (var names = Files.list(directory)) {
            for (var name : names.toList()) {
                Files.delete(name);
            }
        }
        Files.delete(directory);
    }
}
