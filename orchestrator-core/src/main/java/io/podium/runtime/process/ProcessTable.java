package io.podium.runtime.process;

import io.podium.runtime.host.HostSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The processes of this machine. On Linux they are read from {@code /proc}; elsewhere only what {@link ProcessHandle} tells is known.
 */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    private final boolean linux =
            HostSystem.current() == HostSystem.LINUX && Files.isReadable(PROC.resolve("self/stat"));

    /**
     * A row of the table.
     *
     * @param start ticks since boot at which it was started
     * @param session number of the session's leader
     * @param cpuTicks hundredths of a second of CPU time used
     * @param residentPages pages of memory in use
     */
    record Row(long pid, char state, String start, long session, long cpuTicks, long residentPages) {
        boolean isYoungerThan(ProcessId other) {
            return start.length() > other.start().length()
                    || start.length() == other.start().length() && start.compareTo(other.start()) >= 0;
        }
    }

    Optional<ProcessId> identify(long pid) {
        if (linux) {
            return row(pid).filter(row -> row.state() != 'Z').map(row -> new ProcessId(pid, row.start()));
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle -> new ProcessId(
                        pid, handle.info().startInstant().map(Object::toString).orElse("unknown")));
    }

    boolean isAlive(ProcessId process) {
        return identify(process.pid()).filter(process::equals).isPresent();
    }

    /**
     * What belongs to a session: its processes while its leader lives, and those that carry its mark, even if they have left it.
     *
     * @param leader the session's leader, itself not among the members
     * @param mark a variable that all of them inherit, with its value
     */
    List<Long> members(ProcessId leader, String mark) {
        if (!linux) {
            return ProcessHandle.of(leader.pid()).filter(handle -> isAlive(leader)).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid)
                    .toList();
        }
        boolean led = isAlive(leader);
        return rows(row -> row.pid() != leader.pid()
                        && row.isYoungerThan(leader)
                        && (led && row.session() == leader.pid()
                                || environment(row.pid()).contains(mark)))
                .stream()
                .map(Row::pid)
                .toList();
    }

    /** The processes that carry a variable that begins like this, with the rest of its value. */
    Map<Long, String> marked(String prefix) {
        var found = new LinkedHashMap<Long, String>();
        if (linux) {
            for (var row : rows(row -> true)) {
                environment(row.pid()).stream()
                        .filter(variable -> variable.startsWith(prefix))
                        .findFirst()
                        .ifPresent(variable -> found.put(row.pid(), variable.substring(prefix.length())));
            }
        }
        return found;
    }

    /** Whether a process stands still, by a signal. */
    boolean isStopped(long pid) {
        return row(pid).filter(row -> row.state() == 'T').isPresent();
    }

    /** Whatever carries a mark. */
    List<Long> carriers(String mark) {
        return rows(row -> environment(row.pid()).contains(mark)).stream()
                .map(Row::pid)
                .toList();
    }

    /** Kills a leader with all of its session, without a mark to go by. */
    void killSession(ProcessId leader) {
        if (isAlive(leader)) {
            var members = linux ? session(leader.pid()).stream().map(Row::pid).toList() : members(leader, "");
            members.forEach(ProcessTable::kill);
            kill(leader.pid());
        }
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** What a process was started with, one {@code NAME=value} each; empty if it is gone or not ours to read. */
    List<String> environment(long pid) {
        try {
            var bytes = Files.readAllBytes(PROC.resolve(pid + "/environ"));
            return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Rows of a session: its leader's and its members'. */
    List<Row> session(long leader) {
        return linux ? rows(row -> row.session() == leader) : List.of();
    }

    private List<Row> rows(Predicate<Row> wanted) {
        var rows = new ArrayList<Row>();
        try (var entries = Files.newDirectoryStream(PROC, ProcessTable::isNumber)) {
            for (var entry : entries) {
                row(Long.parseLong(entry.getFileName().toString()))
                        .filter(row -> row.state() != 'Z')
                        .filter(wanted)
                        .ifPresent(rows::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return rows; // what was seen so far; callers look again
        }
        return rows;
    }

    private static boolean isNumber(Path entry) {
        return Character.isDigit(entry.getFileName().toString().charAt(0));
    }

    /** See proc(5): the name, in parentheses, may hold anything; the fields after it are counted from the third. */
    private static Optional<Row> row(long pid) {
        try {
            var text = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new Row(
                    pid,
                    fields[0].charAt(0),
                    fields[19],
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[21])));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // gone while it was read
        }
    }
}
