package io.podium.api.meta;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The two forms of DNS name that Kubernetes gives to most objects (RFC 1123): the label ({@code my-name}) and the subdomain, which
 * is labels joined by dots ({@code my.name}).
 */
public final class DnsNames {
    /** The most characters that a label may have. */
    public static final int MAX_LABEL = 63;

    /** The most characters that a subdomain may have. */
    public static final int MAX_SUBDOMAIN = 253;

    private static final String LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
                    + " start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String SUBDOMAIN =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
                    + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private DnsNames() {}

    /**
     * What keeps a text from being a label.
     *
     * @param name the text
     * @return a sentence for each problem, in Kubernetes' words; empty if it is a label
     */
    public static List<String> labelProblems(String name) {
        if (name.length() <= MAX_LABEL && isLabel(name, 0, name.length())) {
            return List.of();
        }
        return problems(name, MAX_LABEL, isLabel(name, 0, name.length()), LABEL);
    }

    /**
     * What keeps a text from being a subdomain.
     *
     * @param name the text
     * @return a sentence for each problem, in Kubernetes' words; empty if it is a subdomain
     */
    public static List<String> subdomainProblems(String name) {
        if (isSubdomain(name, name.length())) {
            return List.of();
        }
        return problems(name, MAX_SUBDOMAIN, isMadeOfLabels(name, name.length()), SUBDOMAIN);
    }

    private static List<String> problems(String name, int max, boolean wellFormed, String rule) {
        var problems = new ArrayList<String>(2);
        if (utf8Length(name) > max) {
            problems.add("must be no more than " + max + " characters");
        }
        if (!wellFormed) {
            problems.add(rule);
        }
        return List.copyOf(problems);
    }

    /** Kubernetes counts bytes where it says characters. */
    static int utf8Length(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether the beginning of a text is a subdomain. */
    static boolean isSubdomain(String text, int end) {
        return end <= MAX_SUBDOMAIN && isMadeOfLabels(text, end);
    }

    private static boolean isMadeOfLabels(String text, int end) {
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0 && dot < end; dot = text.indexOf('.', start)) {
            if (!isLabel(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isLabel(text, start, end);
    }

    private static boolean isLabel(String name, int from, int to) {
        if (from >= to || name.charAt(from) == '-' || name.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }
}
