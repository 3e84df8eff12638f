package io.podium.apiserver.validation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses and blocks of them as text. Nothing is ever looked up in DNS.
 *
 * <p>The <em>legacy</em> form is what most fields of Kubernetes have taken for years: leading zeros in IPv4, which are read as
 * decimal, and IPv4 addresses mapped into IPv6. The strict form refuses both.
 */
public final class Addresses {
    private static final String IP = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
    private static final String CIDR = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";
    private static final int V4 = 4;
    private static final int V6 = 16;

    private Addresses() {}

    /**
     * A block of addresses.
     *
     * @param address the address before the slash, whose bits beyond the prefix need not be zero
     * @param prefix how many leading bits all addresses of the block share
     */
    public record Block(InetAddress address, int prefix) {}

    /**
     * What keeps a text from being an IP address in the legacy form.
     *
     * @param text the text
     * @return a sentence for each problem, in Kubernetes' words
     */
    public static List<String> ipProblems(String text) {
        return bytes(text) == null ? List.of(IP) : List.of();
    }

    /**
     * What keeps a text from being an IP address in the strict form.
     *
     * @param text the text
     * @return a sentence for each problem, in Kubernetes' words
     */
    public static List<String> strictIpProblems(String text) {
        var bytes = bytes(text);
        if (bytes == null) {
            return List.of(IP);
        }
        var problems = new ArrayList<String>();
        if (bytes.length == V4 && hasLeadingZero(text)) {
            problems.add("must not have leading 0s");
        }
        if (isMapped(bytes)) {
            problems.add("must not be an IPv4-mapped IPv6 address");
        }
        return List.copyOf(problems);
    }

    /**
     * What keeps an address from being one that other machines can send to: the address of an endpoint.
     *
     * @param text an address
     * @return a sentence for each problem, in Kubernetes' words
     */
    public static List<String> nonSpecialIpProblems(String text) {
        var parsed = parse(text);
        if (parsed.isEmpty()) {
            return List.of(IP);
        }
        var address = parsed.get();
        var problems = new ArrayList<String>();
        if (address.isAnyLocalAddress()) {
            problems.add("may not be unspecified (0.0.0.0 or ::)");
        }
        if (address.isLoopbackAddress()) {
            problems.add("may not be in the loopback range (127.0.0.0/8, ::1/128)");
        }
        if (address.isLinkLocalAddress()) {
            problems.add("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        }
        if (isLinkLocalMulticast(address)) {
            problems.add("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
        }
        return List.copyOf(problems);
    }

    /**
     * What keeps a text from being a block of addresses in the legacy form.
     *
     * @param text the text
     * @return a sentence for each problem, in Kubernetes' words
     */
    public static List<String> cidrProblems(String text) {
        return parseCidr(text).isEmpty() ? List.of(CIDR) : List.of();
    }

    /**
     * What keeps a text from being a block of addresses in the strict form, which also has no bits set beyond its prefix.
     *
     * @param text the text
     * @return a sentence for each problem, in Kubernetes' words
     */
    public static List<String> strictCidrProblems(String text) {
        var parsed = parseCidr(text);
        if (parsed.isEmpty()) {
            return List.of(CIDR);
        }
        int slash = text.indexOf('/');
        var bytes = bytes(text.substring(0, slash));
        int prefix = parsed.get().prefix;
        var problems = new ArrayList<String>();
        if (bytes == null || isMapped(bytes)) {
            problems.add("must not have an IPv4-mapped IPv6 address");
            return problems;
        }
        if (bytes.length == V4 && hasLeadingZero(text.substring(0, slash))
                || !text.substring(slash + 1).equals("" + prefix)) {
            problems.add("must not have leading 0s in IP or prefix length");
        }
        if (hasBitsBeyond(bytes, prefix)) {
            problems.add("must not have bits set beyond the prefix length");
        }
        return List.copyOf(problems);
    }

    /**
     * Reads an address in the legacy form.
     *
     * @param text the text
     * @return the address, of IPv4 if it is mapped into IPv6; empty if the text is not one
     */
    public static Optional<InetAddress> parse(String text) {
        var bytes = bytes(text);
        return bytes == null ? Optional.empty() : Optional.of(address(bytes));
    }

    /**
     * Reads a block in the legacy form.
     *
     * @param text an address, a slash and the length of the prefix
     * @return the block; empty if the text is not one
     */
    public static Optional<Block> parseCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var bytes = bytes(text.substring(0, slash));
        int prefix = decimal(text.substring(slash + 1), 128);
        return bytes == null || prefix < 0 || prefix > bytes.length * 8
                ? Optional.empty()
                : Optional.of(new Block(address(bytes), prefix));
    }

    /**
     * Whether an address is of IPv6.
     *
     * @param address the address
     * @return whether it is; else it is of IPv4
     */
    public static boolean isV6(InetAddress address) {
        return address instanceof Inet6Address;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(bytes.length + " bytes are no IP address", impossible);
        }
    }

    /** The 4 or 16 bytes of an address, or null if the text is not one. */
    private static byte @Nullable [] bytes(String text) {
        return text.indexOf(':') >= 0 ? v6(text) : v4(text);
    }

    private static byte @Nullable [] v4(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != V4) {
            return null;
        }
        var bytes = new byte[V4];
        for (int i = 0; i < V4; i++) {
            int part = decimal(parts[i], 255);
            if (part < 0) {
                return null;
            }
            bytes[i] = (byte) part;
        }
        return bytes;
    }

    /** RFC 4291, section 2.2: groups of hexadecimal digits, one run of zeros left out as {@code ::}, the last four bytes maybe in IPv4. */
    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            var all = groups(text);
            return all != null && all.length == V6 ? all : null;
        }
        var head = groups(text.substring(0, gap));
        var tail = groups(text.substring(gap + 2));
        if (head == null
                || tail == null
                || text.substring(0, gap).indexOf('.') >= 0
                || head.length + tail.length > V6 - 2) {
            return null;
        }
        var bytes = Arrays.copyOf(head, V6);
        System.arraycopy(tail, 0, bytes, V6 - tail.length, tail.length);
        return bytes;
    }

    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        var parts = text.split(":", -1);
        var last = parts[parts.length - 1];
        var v4 = last.indexOf('.') >= 0 ? v4(last) : new byte[0];
        if (v4 == null) {
            return null;
        }
        int groups = v4.length == 0 ? parts.length : parts.length - 1;
        var bytes = new byte[groups * 2 + v4.length];
        for (int i = 0; i < groups; i++) {
            if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return null;
            }
            int group = Integer.parseInt(parts[i], 16);
            bytes[i * 2] = (byte) (group >> 8);
            bytes[i * 2 + 1] = (byte) group;
        }
        System.arraycopy(v4, 0, bytes, groups * 2, v4.length);
        return bytes;
    }

    /** A decimal number from 0 to the limit, or -1 if the text is none. */
    private static int decimal(String text, int limit) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
            if (number > limit) {
                return -1;
            }
        }
        return text.isEmpty() ? -1 : number;
    }

    private static boolean hasLeadingZero(String v4) {
        return Arrays.stream(v4.split("\\.")).anyMatch(part -> part.length() > 1 && part.startsWith("0"));
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != V6 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasBitsBeyond(byte[] bytes, int prefix) {
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            if ((bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLinkLocalMulticast(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == V4
                ? bytes[0] == (byte) 224 && bytes[1] == 0 && bytes[2] == 0
                : bytes[0] == (byte) 0xff && (bytes[1] & 0x0f) == 2;
    }
}
