package io.podium.runtime.host;

import com.sun.management.OperatingSystemMXBean;
import io.podium.api.meta.Quantity;
import io.podium.api.runtime.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Facts about the machine, or the container, that this JVM runs on. */
public final class HostMachine {
    /** As many pods as a kubelet takes. */
    private static final long PODS = 110;

    private HostMachine() {}

    /**
     * Looks at the machine. CPUs and memory are what the JVM may use, so limits of a container around it count.
     *
     * @param directory where pods keep their files
     * @param unenforced what is not enforced here, by name, with the reason
     * @return its capacity and facts
     */
    public static Machine describe(Path directory, Map<String, String> unenforced) {
        var capacity = new TreeMap<String, Quantity>();
        capacity.put("cpu", Quantity.of(Runtime.getRuntime().availableProcessors()));
        capacity.put("memory", Quantity.ofBytes(memory()));
        capacity.put("pods", Quantity.of(PODS));
        diskSpace(directory).ifPresent(bytes -> capacity.put("ephemeral-storage", Quantity.ofBytes(bytes)));
        var hostSystem = HostSystem.current();
        return new Machine(
                capacity,
                hostSystem.label(),
                architecture(),
                System.getProperty("os.version", "unknown"),
                osImage(),
                read(Path.of("/etc/machine-id")).orElse(""),
                read(Path.of("/proc/sys/kernel/random/boot_id")).orElse(""),
                unenforced);
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    private static Optional<Long> diskSpace(Path directory) {
        try {
            return Optional.of(Files.getFileStore(directory).getTotalSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String architecture() {
        var name = System.getProperty("os.arch", "unknown");
        return switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }

    private static String osImage() {
        return read(Path.of("/etc/os-release"))
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith("PRETTY_NAME="))
                        .findFirst())
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                .orElseGet(() -> System.getProperty("os.name", "unknown"));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
