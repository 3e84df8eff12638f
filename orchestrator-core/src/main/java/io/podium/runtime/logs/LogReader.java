package io.podium.runtime.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines from the oldest file of a log to the newest, and goes on where it stopped when more has been written. Bytes become
 * characters of ISO 8859-1 one to one, so that what is no text survives.
 *
 * <p>A file keeps its identity (its inode) when it is set aside: at the end of a file that is no longer the present one, the reader looks
 * up how far back it is now and goes on with the one after it.
 */
final class LogReader implements AutoCloseable {
    /** How often it looks again while files are being set aside. */
    private static final int LOOKS = 100;

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private @Nullable Object key;

    LogReader(Path file) {
        this.file = file;
    }

    /** The next whole line, or null if there is none now. */
    @Nullable
    CriLine next() throws IOException {
        while (true) {
            while (buffer.hasRemaining()) {
                byte one = buffer.get();
                if (one != '\n') {
                    line.write(one);
                    continue;
                }
                var parsed = CriLine.parse(line.toString(StandardCharsets.ISO_8859_1));
                line.reset();
                if (parsed.isPresent()) {
                    return parsed.get();
                }
            }
            if (!fill()) {
                return null;
            }
        }
    }

    private boolean fill() throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            if (channel == null && !openOldest()) {
                if (Files.notExists(file) && Files.notExists(LogRotation.rotated(file, 1))) {
                    return false;
                }
                continue;
            }
            if (read()) {
                return true;
            }
            int age = presentAge();
            if (age == 0) {
                return false;
            }
            if (read()) { // written before it was set aside
                return true;
            }
            if (age > 0) {
                openAfter(age);
            } else {
                close(); // deleted: it goes on with the oldest there is
            }
        }
        return false;
    }

    private boolean read() throws IOException {
        var source = channel;
        buffer.clear();
        int count = source == null ? -1 : source.read(buffer);
        buffer.flip();
        return count > 0;
    }

    /**
     * How many times the file being read has been set aside, or -1 if it is gone. While files are being renamed, the oldest first, one of them
     * is missing in between.
     */
    private int presentAge() throws IOException {
        boolean missing = false;
        for (int age = 0; ; age++) {
            var found = keyOf(LogRotation.rotated(file, age));
            if (found == null && missing && age > 1) {
                return -1;
            }
            if (found != null && found.equals(key)) {
                return age;
            }
            missing = found == null;
        }
    }

    private boolean openOldest() throws IOException {
        int age = 0;
        while (Files.exists(LogRotation.rotated(file, age + 1))) {
            age++;
        }
        if (!open(age)) {
            return false;
        }
        var older = keyOf(LogRotation.rotated(file, age + 1));
        boolean isOldest = older == null || older.equals(key); // unless all were set aside while they were counted
        if (!isOldest) {
            close();
        }
        return isOldest;
    }

    /** Goes on with the file after the one being read. Renamed are older ones first: if that one still has its age, so has the next. */
    private void openAfter(int age) throws IOException {
        var path = LogRotation.rotated(file, age - 1);
        try {
            var opened = FileChannel.open(path, StandardOpenOption.READ);
            var next = keyOf(path);
            if (!Objects.equals(key, keyOf(LogRotation.rotated(file, age)))) {
                opened.close(); // set aside meanwhile: look again
                return;
            }
            close();
            channel = opened;
            key = next;
        } catch (NoSuchFileException e) {
            return; // it is about to be made
        }
    }

    private boolean open(int age) throws IOException {
        var path = LogRotation.rotated(file, age);
        try {
            var before = keyOf(path);
            var opened = FileChannel.open(path, StandardOpenOption.READ);
            if (!Objects.equals(before, keyOf(path))) {
                opened.close(); // set aside meanwhile: look again
                return false;
            }
            close();
            channel = opened;
            key = before;
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            var inode = attributes.fileKey();
            return inode == null ? path : inode;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        var open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
