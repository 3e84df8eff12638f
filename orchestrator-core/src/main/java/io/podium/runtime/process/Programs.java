package io.podium.runtime.process;

import io.podium.api.runtime.RuntimeFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds the file of a program, as a shell would. */
final class Programs {
    private Programs() {}

    /**
     * The file to run.
     *
     * @param program a path, or a name to be looked for in the container's {@code PATH}
     * @param environment the container's
     * @param directory where relative paths begin
     */
    static Path find(String program, Map<String, String> environment, Path directory) {
        return program.contains("/") ? named(program, directory) : searched(program, environment, directory);
    }

    private static Path named(String program, Path directory) {
        var file = directory.resolve(program);
        if (!Files.exists(file)) {
            throw missing(program, "stat " + program + ": no such file or directory; is it installed on this machine?");
        }
        if (Files.isDirectory(file)) {
            throw missing(program, "is a directory; name a program");
        }
        if (!Files.isExecutable(file)) {
            throw missing(program, "permission denied; make it executable: chmod +x " + file);
        }
        return file;
    }

    private static Path searched(String program, Map<String, String> environment, Path directory) {
        var path = environment.getOrDefault("PATH", "");
        for (var part : path.split(":")) {
            var file = directory.resolve(part).resolve(program);
            if (!program.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return file;
            }
        }
        throw missing(
                program,
                "executable file not found in $PATH: " + path
                        + "; install it, give its full path, or set PATH in the container's env");
    }

    private static RuntimeFailure missing(String program, String why) {
        return new RuntimeFailure(RuntimeFailure.Code.NO_SUCH_COMMAND, "exec: \"" + program + "\": " + why);
    }

    /** The words before a command that open a session for it; none if this machine has nothing of the kind. */
    static List<String> sessionOpener() {
        for (var directory : List.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/opt/util-linux/bin")) {
            var setsid = Path.of(directory, "setsid");
            if (Files.isExecutable(setsid)) {
                return List.of(setsid.toString());
            }
        }
        var perl = Path.of("/usr/bin/perl"); // macOS
        return Files.isExecutable(perl)
                ? List.of(perl.toString(), "-MPOSIX=setsid", "-e", "setsid(); exec {$ARGV[0]} @ARGV or exit 127", "--")
                : List.of();
    }
}
