package io.podium.runtime.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the script that becomes a program, and starts the shim that runs it. */
final class Shim {
    /** What inherits this variable belongs to the container that it names. */
    static final String MARK = "PODIUM_CONTAINER";

    private static final Pattern SHELL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final RuntimeDirectory directory;
    private final List<String> sessionOpener;

    Shim(RuntimeDirectory directory, List<String> sessionOpener) {
        this.directory = directory;
        this.sessionOpener = sessionOpener;
    }

    boolean opensSessions() {
        return !sessionOpener.isEmpty();
    }

    /**
     * Starts a container's shim.
     *
     * @param outlives whether the container is to outlive this JVM
     */
    Process start(String id, Launch launch, boolean outlives) throws IOException {
        var place = directory.container(id);
        var script = new StringBuilder("echo $$ >" + quote(place.resolve("pid").toString()) + "\n");
        if (launch.stdin()) {
            var fifo = quote(place.resolve("stdin").toString());
            script.append("mkfifo ")
                    .append(fifo)
                    .append(" && exec 0<>")
                    .append(fifo)
                    .append('\n');
        }
        script.append(becoming(launch));
        writePrivate(place.resolve("command"), script.toString());

        var command = new ArrayList<>(sessionOpener);
        command.addAll(List.of("/bin/sh", directory.shim().toString(), place.toString(), outlives ? "keep" : "end"));
        if (sessionOpener.size() == 1) {
            command.add(sessionOpener.get(0));
        }
        return start(command, launch);
    }

    /** Starts a further command in a session of its own, with pipes, without a shim. */
    Process exec(Launch launch) throws IOException {
        var command = new ArrayList<>(sessionOpener);
        command.addAll(List.of("/bin/sh", "-c", becoming(launch)));
        return start(command, launch);
    }

    private static Process start(List<String> command, Launch launch) throws IOException {
        var builder = new ProcessBuilder(command).directory(launch.directory().toFile());
        builder.environment().clear();
        launch.environment().forEach((name, value) -> {
            if (SHELL_NAME.matcher(name).matches()) {
                builder.environment().put(name, value);
            }
        });
        return builder.start();
    }

    /** Shell lines that enter the cgroups and then are the program. */
    private static String becoming(Launch launch) {
        var script = new StringBuilder();
        for (var group : launch.cgroups()) {
            script.append("echo $$ >").append(quote(group.toString())).append(" 2>/dev/null\n");
        }
        script.append("exec");
        var strange = launch.environment().entrySet().stream()
                .filter(variable -> !SHELL_NAME.matcher(variable.getKey()).matches())
                .toList();
        if (!strange.isEmpty()) { // a shell would drop them
            script.append(" /usr/bin/env");
            strange.forEach(
                    variable -> script.append(' ').append(quote(variable.getKey() + "=" + variable.getValue())));
        }
        launch.command().forEach(word -> script.append(' ').append(quote(word)));
        return script.append('\n').toString();
    }

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** What the script says is no other user's business. */
    static void writePrivate(Path file, String text) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    /**
     * What to start.
     *
     * @param command program and arguments
     * @param environment all of its environment
     * @param directory where it starts
     * @param cgroups files to which it writes its number first
     * @param stdin whether its standard input stays open; it is empty otherwise
     */
    record Launch(
            List<String> command, Map<String, String> environment, Path directory, List<Path> cgroups, boolean stdin) {}
}
