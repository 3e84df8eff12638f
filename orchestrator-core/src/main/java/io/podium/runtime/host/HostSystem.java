package io.podium.runtime.host;

import java.util.Locale;

/** The operating systems between which runtimes of this machine distinguish. */
public enum HostSystem {
    /** Linux. */
    LINUX,
    /** macOS. */
    DARWIN,
    /** Windows. */
    WINDOWS,
    /** Something else, taken for a Unix. */
    OTHER;

    /**
     * The operating system under this JVM.
     *
     * @return never null
     */
    public static HostSystem current() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return LINUX;
        }
        if (name.contains("mac") || name.contains("darwin")) {
            return DARWIN;
        }
        return name.contains("windows") ? WINDOWS : OTHER;
    }

    /**
     * Its name in node labels.
     *
     * @return for example {@code linux}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
