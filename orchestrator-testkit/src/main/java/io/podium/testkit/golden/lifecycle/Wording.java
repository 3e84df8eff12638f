package io.podium.testkit.golden.lifecycle;

import java.util.regex.Pattern;

/** Makes texts of both sides comparable: what differs from host to host, from runtime to runtime and from run to run goes. */
final class Wording {
    /** The directory that stands for a container's root here. */
    private static final Pattern ROOT = Pattern.compile("/[^\\s'\"=:]*/rootfs/[a-z0-9-]+(?=/|\\b)");

    private static final Pattern STAMP = Pattern.compile("\\.\\.\\d{4}_\\d\\d_\\d\\d_\\d\\d_\\d\\d_\\d\\d\\.\\d+");
    private static final Pattern SEEN = Pattern.compile("(config\\.seen=\")[^\"]*");
    private static final Pattern START = Pattern.compile("failed to create containerd task: .*container process: ");
    /** The runtime's reason why a program cannot be run is told to its end by a remedy here, by its origin there. */
    private static final Pattern NO_PROGRAM =
            Pattern.compile("(exec: \"[^\"]*\": (?:executable file not found in \\$PATH|permission denied)).*");

    private static final Pattern ERRORED =
            Pattern.compile("(probe errored and resulted in \\w+ state:).*", Pattern.DOTALL);
    private static final Pattern USED = Pattern.compile("used: \\d+");
    /** Variables that this runtime adds, or that tell of the host. */
    private static final Pattern ADDED = Pattern.compile(
            "(?m)^(POD_(IP|ROOT|PORT_\\S+|NAME|NAMESPACE|UID)|PODIUM_\\w+|TMPDIR|PATH|HOME|PWD|OLDPWD|SHLVL|HOSTNAME|_)=.*\\n");
    /** The kernel's mounts, of which this runtime makes none. */
    private static final Pattern MOUNTS = Pattern.compile("(?m)^/v/\\S+ type .*\\n");

    /** Who owns a file that {@code stat} tells of: a fact of this host. */
    private static final Pattern OWNER = Pattern.compile("(?m)( [0-7]{3,4}) \\d+:\\d+$");

    private final String uid;
    private final String ip;

    Wording(Observed observed) {
        uid = observed.uid();
        ip = observed.ip();
    }

    String message(String text) {
        var message = text.replace("golden.local/busybox:1", "host");
        if (!uid.isEmpty()) {
            message = message.replace(uid, "<uid>");
        }
        if (!ip.isEmpty()) {
            message = message.replace(ip, "<pod-ip>");
        }
        message = ROOT.matcher(message).replaceAll("");
        message = USED.matcher(message).replaceAll("used: <n>");
        return withoutRuntime(message);
    }

    /** Cuts what a runtime says in its own words. */
    private static String withoutRuntime(String message) {
        var cut = START.matcher(message)
                .replaceAll("")
                .replace(": no such file or directory: unknown", ": no such file or directory")
                .replace("; is it installed on this machine?", "");
        cut = NO_PROGRAM.matcher(cut).replaceAll("$1");
        cut = ERRORED.matcher(cut).replaceAll("$1");
        if (cut.startsWith("Failed to pull image \"")) {
            return cut.substring(0, cut.indexOf("\":") + 1);
        }
        int backOff = cut.indexOf(": ErrImagePull: ");
        if (cut.startsWith("Back-off pulling image") && backOff > 0) {
            return cut.substring(0, backOff);
        }
        int invalid = cut.indexOf(": invalid reference format");
        return invalid > 0 ? cut.substring(0, invalid) : cut;
    }

    String log(String text) {
        var log = ROOT.matcher(text).replaceAll("");
        log = STAMP.matcher(log).replaceAll("..<stamp>");
        log = SEEN.matcher(log).replaceAll("$1<time>");
        log = MOUNTS.matcher(log).replaceAll("");
        log = OWNER.matcher(log).replaceAll("$1 <owner>");
        return ADDED.matcher(log).replaceAll("");
    }
}
