package io.podium.apiserver.services;

import io.podium.apiserver.validation.Addresses;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The addresses and ports that Services of a cluster may have.
 *
 * @param first the first address of the block, as a number
 * @param size how many addresses the block has, at least 16
 * @param firstPort the smallest node port
 * @param ports how many node ports there are
 */
public record ServiceNetwork(long first, int size, int firstPort, int ports) {
    /** Addresses at the beginning of a block are left to those who ask for one: Kubernetes keeps a sixteenth, from 16 to 256. */
    private static final int LEAST_RESERVED = 16;

    private static final int MOST_RESERVED = 256;
    private static final int V4_BITS = 32;

    /** Kubernetes' usual network: 10.96.0.0/12 and the node ports from 30000 to 32767. */
    public static final ServiceNetwork USUAL = of("10.96.0.0/12");

    /**
     * A network with the usual node ports.
     *
     * @param cidr a block of IPv4 addresses, at least a /28
     * @return the network
     * @throws IllegalArgumentException if it is no such block
     */
    public static ServiceNetwork of(String cidr) {
        var block = Addresses.parseCidr(cidr)
                .filter(parsed -> !Addresses.isV6(parsed.address()) && parsed.prefix() >= 8 && parsed.prefix() <= 28)
                .orElseThrow(() -> new IllegalArgumentException(
                        "service network \"" + cidr + "\" must be an IPv4 block from /8 to /28, such as 10.96.0.0/12"));
        int size = 1 << (V4_BITS - block.prefix());
        long first = number(block.address()) & -size;
        return new ServiceNetwork(first, size, 30_000, 2768);
    }

    /** How many addresses after the first are given only to those who ask for them. */
    int reserved() {
        return Math.clamp(size / 16, Math.min(LEAST_RESERVED, size / 2), MOST_RESERVED);
    }

    /** Whether an address may be given: all but the first and the last of the block. */
    boolean contains(InetAddress address) {
        long offset = Addresses.isV6(address) ? -1 : number(address) - first;
        return offset > 0 && offset < size - 1;
    }

    boolean containsPort(int port) {
        return port >= firstPort && port < firstPort + ports;
    }

    /** An address by its place in the block. */
    String address(int offset) {
        long number = first + offset;
        return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    /** The one way to write an address, however it was written. */
    static String canonical(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress()).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(address + " has no bytes of an address", impossible);
        }
    }

    private static long number(InetAddress address) {
        long number = 0;
        for (byte part : address.getAddress()) {
            number = number << 8 | part & 255;
        }
        return number;
    }
}
