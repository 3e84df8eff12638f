package io.podium.api.meta;

import java.util.ArrayList;
import java.util.List;

/** The syntax of labels: keys such as {@code app} or {@code example.com/tier}, and short values. */
public final class Labels {
    private static final int MAX_NAME = 63;
    private static final String NAME =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                    + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                    + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String VALUE =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.',"
                    + " and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used"
                    + " for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private Labels() {}

    /**
     * What keeps a text from being a key. Keys of annotations, taints, and names of resources and conditions have the same form,
     * which Kubernetes calls a qualified name: a name of up to 63 characters, after an optional DNS subdomain and a slash.
     *
     * @param key the text
     * @return a sentence for each problem, in Kubernetes' words; empty if it is a key
     */
    public static List<String> keyProblems(String key) {
        int slash = key.indexOf('/');
        if (slash != key.lastIndexOf('/')) {
            return List.of("a qualified name " + NAME
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        boolean prefixed = slash < 0 || DnsNames.isSubdomain(key, slash);
        if (prefixed && key.length() - slash - 1 <= MAX_NAME && isName(key, slash + 1)) {
            return List.of();
        }
        var name = key.substring(slash + 1);
        var problems = new ArrayList<String>();
        if (slash == 0) {
            problems.add("prefix part must be non-empty");
        } else if (slash > 0) {
            DnsNames.subdomainProblems(key.substring(0, slash))
                    .forEach(problem -> problems.add("prefix part " + problem));
        }
        if (name.isEmpty()) {
            problems.add("name part must be non-empty");
        } else if (DnsNames.utf8Length(name) > MAX_NAME) {
            problems.add("name part must be no more than " + MAX_NAME + " characters");
        }
        if (!isName(name, 0)) {
            problems.add("name part " + NAME);
        }
        return List.copyOf(problems);
    }

    /**
     * What keeps a text from being the value of a label.
     *
     * @param value the text
     * @return a sentence for each problem, in Kubernetes' words; empty if it can be a value
     */
    public static List<String> valueProblems(String value) {
        boolean wellFormed = value.isEmpty() || isName(value, 0);
        if (wellFormed && value.length() <= MAX_NAME) {
            return List.of();
        }
        var problems = new ArrayList<String>();
        if (DnsNames.utf8Length(value) > MAX_NAME) {
            problems.add("must be no more than " + MAX_NAME + " characters");
        }
        if (!wellFormed) {
            problems.add(VALUE);
        }
        return List.copyOf(problems);
    }

    /** Whether the rest of a text is a name. */
    private static boolean isName(String name, int from) {
        int last = name.length() - 1;
        if (last < from || !isAlphanumeric(name.charAt(from)) || !isAlphanumeric(name.charAt(last))) {
            return false;
        }
        for (int i = from + 1; i < last; i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
