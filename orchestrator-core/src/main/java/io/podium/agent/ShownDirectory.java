package io.podium.agent;

import io.podium.api.dispatch.Dispatcher;
import io.podium.runtime.host.ContainerRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;

/**
 * A directory whose files change all at once. The files lie in a directory named after the time; {@code ..data} links to it and is replaced in
 * one step; what users see are links through {@code ..data}.
 */
final class ShownDirectory {
    private static final String DATA = "..data";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy_MM_dd_HH_mm_ss").withZone(ZoneOffset.UTC);

    private final Path root;
    private final Dispatcher dispatcher;

    ShownDirectory(Path root, Dispatcher dispatcher) {
        this.root = root;
        this.dispatcher = dispatcher;
    }

    void write(Map<String, VolumeContents.File> files, int mode) throws IOException {
        Files.createDirectories(root);
        Modes.set(root, mode);
        var name = ".." + STAMP.format(dispatcher.now()) + "."
                + dispatcher.random("volumes").nextLong(1_000_000_000L);
        var fresh = Files.createDirectory(root.resolve(name));
        Modes.set(fresh, 0755);
        for (var file : files.entrySet()) {
            write(fresh, file.getKey(), file.getValue());
        }
        var link = root.resolve("..data_tmp");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(name));
        Files.move(link, root.resolve(DATA), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        linkAll(files);
        removeOld(name);
    }

    private static void write(Path directory, String path, VolumeContents.File file) throws IOException {
        var target = directory.resolve(path).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("path \"" + path + "\" leads out of the volume");
        }
        for (var parent = target.getParent();
                parent != null && !parent.equals(directory);
                parent = parent.getParent()) {
            Files.createDirectories(parent);
            Modes.set(parent, 0755);
        }
        Files.write(target, file.content().toArray());
        Modes.set(target, file.mode());
    }

    private void linkAll(Map<String, VolumeContents.File> files) throws IOException {
        var tops = new TreeSet<String>();
        files.keySet().forEach(path -> tops.add(Path.of(path).getName(0).toString()));
        for (var top : tops) {
            var link = root.resolve(top);
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(link, Path.of(DATA, top));
            }
        }
        for (var entry : entries()) {
            var name = entry.getFileName().toString();
            if (!name.startsWith("..") && !tops.contains(name)) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private void removeOld(String current) throws IOException {
        for (var entry : entries()) {
            var name = entry.getFileName().toString();
            if (name.startsWith("..") && !name.equals(DATA) && !name.equals(current)) {
                ContainerRoot.deleteTree(entry);
            }
        }
    }

    private Iterable<Path> entries() throws IOException {
        var entries = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(root)) {
            stream.forEach(entries::add);
        }
        return entries;
    }
}
