package io.podium.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PodAddressesTest {
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private static SandboxSpec pod(boolean hostNetwork) {
        var port = new SandboxSpec.Port(8080, 0, "TCP");
        return new SandboxSpec("default", "web", "uid", 0, "web", hostNetwork, List.of(port), Path.of("/x"), Map.of());
    }

    /** Two clusters that draw the same numbers. */
    private static PodAddresses drawing(boolean ownAddresses) {
        var state = new AtomicLong();
        return new PodAddresses(() -> state.addAndGet(STEP), ownAddresses);
    }

    @Test
    void twoClustersNeverHaveTheSameAddressAtOnce() {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "only Linux has all of 127.0.0.0/8");
        String first;
        try (var one = drawing(true).claim(pod(false));
                var other = drawing(true).claim(pod(false))) {
            first = one.ip();
            assertThat(other.ip()).isNotEqualTo(one.ip()).startsWith("127.");
        }

        try (var again = drawing(true).claim(pod(false))) {
            assertThat(again.ip()).as("free again").isEqualTo(first);
        }
    }

    @Test
    void leavesAPodAllPortsOfTcp() throws IOException {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "only Linux has all of 127.0.0.0/8");
        try (var claimed = drawing(true).claim(pod(false));
                var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(claimed.ip(), PodAddresses.CLAIM_PORT));
            assertThat(socket.isBound()).isTrue();
            assertThat(claimed.port(8080)).isEqualTo(8080);
        }
    }

    @Test
    void takesAnAddressBackAfterARestart() {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "only Linux has all of 127.0.0.0/8");
        var claimed = drawing(true).claim(pod(false));
        var reach = claimed.reach();
        claimed.close();

        try (var reclaimed = drawing(true).reclaim(reach);
                var other = drawing(true).claim(pod(false))) {
            assertThat(reclaimed.reach()).isEqualTo(reach);
            assertThat(other.reach()).isNotEqualTo(reach);
        }
    }

    @Test
    void mapsPortsWhereAddressesCannotBeHad() {
        try (var mapped = drawing(false).claim(pod(false))) {
            assertThat(mapped.reach()).isInstanceOfSatisfying(Reach.PortMap.class, map -> {
                assertThat(map.ip()).isEqualTo("127.0.0.1");
                assertThat(map.hostPorts()).containsOnlyKeys(8080);
            });
            assertThat(mapped.port(8080)).isBetween(1024, 65535);
        }
    }

    @Test
    void givesAPodOfTheHostNetworkTheMachinesAddress() {
        try (var claimed = drawing(true).claim(pod(true))) {
            assertThat(claimed.reach()).isEqualTo(new Reach.Address("127.0.0.1"));
        }
    }
}
