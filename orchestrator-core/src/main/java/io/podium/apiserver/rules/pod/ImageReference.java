package io.podium.apiserver.rules.pod;

import org.jspecify.annotations.Nullable;

/**
 * The grammar of image references: {@code [host[:port]/]path[:tag][@digest]}. Only as much of it as says how an image is to be pulled when
 * nobody said so.
 */
final class ImageReference {
    private static final int MAX_NAME = 255;
    private static final int MAX_TAG = 128;
    private static final int MIN_DIGEST = 32;
    private static final int BARE_ID = 64;

    private ImageReference() {}

    /**
     * Whether an image may change under its name: it has the tag {@code latest}, or neither tag nor digest. A text that is no image
     * reference names no such image.
     */
    static boolean isMutable(String image) {
        int at = image.indexOf('@');
        if (at >= 0 && !isDigest(image, at + 1)) {
            return false;
        }
        var named = at < 0 ? image : image.substring(0, at);
        var tag = tag(named);
        var name = tag == null ? named : named.substring(0, named.length() - tag.length() - 1);
        if (!isName(name) || tag != null && !isTag(tag)) {
            return false;
        }
        return tag == null ? at < 0 : tag.equals("latest");
    }

    private static @Nullable String tag(String named) {
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') && colon >= 0 ? named.substring(colon + 1) : null;
    }

    private static boolean isName(String name) {
        int slash = name.indexOf('/');
        if (name.isEmpty() || name.length() > MAX_NAME || isBareId(name)) {
            return false;
        }
        boolean hosted = slash > 0 && looksLikeHost(name, slash);
        return hosted ? isHost(name.substring(0, slash)) && isPath(name, slash + 1) : isPath(name, 0);
    }

    /** Sixty-four hexadecimal digits are an image's id, which is no name. */
    private static boolean isBareId(String name) {
        if (name.length() != BARE_ID) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeHost(String name, int end) {
        boolean upper = false;
        for (int i = 0; i < end; i++) {
            char c = name.charAt(i);
            if (c == '.' || c == ':') {
                return true;
            }
            upper |= c >= 'A' && c <= 'Z';
        }
        return upper || end == "localhost".length() && name.startsWith("localhost");
    }

    private static boolean isHost(String host) {
        int colon = host.startsWith("[") ? host.indexOf(':', Math.max(0, host.indexOf(']'))) : host.indexOf(':');
        var address = colon < 0 ? host : host.substring(0, colon);
        if (colon >= 0 && !isPort(host, colon + 1)) {
            return false;
        }
        if (address.startsWith("[")) {
            return address.length() > 2 && address.endsWith("]");
        }
        for (var label : address.split("\\.", -1)) {
            if (!isHostLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(String host, int from) {
        for (int i = from; i < host.length(); i++) {
            if (!isDigit(host.charAt(i))) {
                return false;
            }
        }
        return from < host.length();
    }

    private static boolean isHostLabel(String label) {
        int last = label.length() - 1;
        if (last < 0 || label.charAt(0) == '-' || label.charAt(last) == '-') {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            char c = label.charAt(i);
            if (!isLowerOrDigit(c) && (c < 'A' || c > 'Z') && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** Components of lower case letters and digits, in which single dots, one or two underscores, and dashes separate. */
    private static boolean isPath(String name, int from) {
        boolean separated = true;
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isLowerOrDigit(c)) {
                separated = false;
                continue;
            }
            if (separated) {
                return false;
            }
            i = afterSeparator(name, i) - 1;
            if (i < 0) {
                return false;
            }
            separated = true;
        }
        return !separated;
    }

    /** The position after the separator at a position, or 0 if there is none. */
    private static int afterSeparator(String name, int at) {
        int end = at + 1;
        switch (name.charAt(at)) {
            case '/', '.' -> {}
            case '_' -> end += end < name.length() && name.charAt(end) == '_' ? 1 : 0;
            case '-' -> {
                while (end < name.length() && name.charAt(end) == '-') {
                    end++;
                }
            }
            default -> end = 0;
        }
        return end;
    }

    private static boolean isTag(String tag) {
        if (tag.isEmpty() || tag.length() > MAX_TAG || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if (!isLowerOrDigit(c) && (c < 'A' || c > 'Z') && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigest(String image, int from) {
        int colon = image.indexOf(':', from);
        if (colon <= from || image.length() - colon - 1 < MIN_DIGEST) {
            return false;
        }
        for (int i = colon + 1; i < image.length(); i++) {
            if (Character.digit(image.charAt(i), 16) < 0 || image.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return c >= 'a' && c <= 'z' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
