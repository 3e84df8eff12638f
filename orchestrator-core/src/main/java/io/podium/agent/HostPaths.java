package io.podium.agent;

import io.podium.api.core.HostPathVolumeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks, or makes, what a hostPath volume names. */
final class HostPaths {
    private HostPaths() {}

    static void check(HostPathVolumeSource source) throws IOException, ConfigFailure {
        var path = Path.of(source.path());
        var type = source.type() == null ? "" : source.type();
        switch (type) {
            case "" -> {}
            case "DirectoryOrCreate" -> {
                if (!Files.exists(path)) {
                    Files.createDirectories(path);
                    Modes.set(path, 0755);
                }
                require(Files.isDirectory(path), path, "directory");
            }
            case "FileOrCreate" -> {
                if (!Files.exists(path)) {
                    Files.createFile(path);
                    Modes.set(path, 0644);
                }
                require(Files.isRegularFile(path), path, "file");
            }
            case "Directory" -> require(Files.isDirectory(path), path, "directory");
            case "File" -> require(Files.isRegularFile(path), path, "file");
            case "Socket" -> require(isOther(path), path, "socket");
            case "CharDevice" -> require(isOther(path), path, "character device");
            case "BlockDevice" -> require(isOther(path), path, "block device");
            default -> throw new ConfigFailure("hostPath type \"" + type + "\" is not known");
        }
    }

    private static boolean isOther(Path path) {
        return Files.exists(path) && !Files.isDirectory(path) && !Files.isRegularFile(path);
    }

    private static void require(boolean holds, Path path, String what) throws ConfigFailure {
        if (!holds) {
            throw new ConfigFailure("hostPath type check failed: " + path + " is not a " + what);
        }
    }
}
