package io.podium.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sets permissions whatever the process' umask, where the system has such. */
final class Modes {
    /** Only owners delete what is in a directory. */
    static final int STICKY = 01000;

    private Modes() {}

    static void set(Path path, int mode) throws IOException {
        try {
            Files.setAttribute(path, "unix:mode", mode);
        } catch (UnsupportedOperationException | IllegalArgumentException noSuchModesHere) {
            return;
        }
    }
}
