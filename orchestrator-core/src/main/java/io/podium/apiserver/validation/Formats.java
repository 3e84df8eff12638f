package io.podium.apiserver.validation;

import io.podium.api.meta.DnsNames;
import io.podium.api.meta.Labels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms that texts in objects must have. Each method returns a sentence for each problem, in Kubernetes' words because tools and
 * people match on them, and an empty list for a text of that form.
 */
public final class Formats {
    private static final Pattern DNS_1035_LABEL = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern UNDERSCORED_SUBDOMAIN =
            Pattern.compile("_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*");
    private static final Pattern C_IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern HTTP_HEADER = Pattern.compile("[-A-Za-z0-9]+");
    private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Pattern PORT_NAME = Pattern.compile("[-a-z0-9]+");
    private static final Pattern HTTP_PATH = Pattern.compile("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");
    private static final Pattern SYSCTL =
            Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");

    private static final int MAX_PORT = 65535;
    private static final int MAX_PORT_NAME = 15;
    private static final Set<String> STANDARD_FINALIZERS =
            Set.of("kubernetes", "orphan", "foregroundDeletion"); // only asked, never walked

    private Formats() {}

    /**
     * A DNS label of RFC 1123: {@code my-name}, {@code 123-abc}.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> dns1123Label(String text) {
        return DnsNames.labelProblems(text);
    }

    /**
     * A DNS subdomain of RFC 1123: labels joined by dots, up to 253 characters.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> dns1123Subdomain(String text) {
        return DnsNames.subdomainProblems(text);
    }

    /**
     * A subdomain in which labels may contain and begin with underscores, as in search paths of resolvers.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> dns1123SubdomainWithUnderscore(String text) {
        return limited(
                text,
                DnsNames.MAX_SUBDOMAIN,
                UNDERSCORED_SUBDOMAIN,
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and"
                        + " end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
                        + UNDERSCORED_SUBDOMAIN + "')");
    }

    /**
     * A subdomain after {@code *.}, as in hosts of an Ingress.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> wildcardDns1123Subdomain(String text) {
        boolean wellFormed = text.startsWith("*.")
                && !text.substring(2).isEmpty()
                && DnsNames.subdomainProblems(text.substring(2)).stream()
                        .allMatch(problem -> problem.startsWith("must be no more"));
        return problems(
                text,
                DnsNames.MAX_SUBDOMAIN,
                wellFormed,
                "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case"
                        + " alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used"
                        + " for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
    }

    /**
     * A DNS label of RFC 1035, which begins with a letter: the name of a Service.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> dns1035Label(String text) {
        return limited(
                text,
                DnsNames.MAX_LABEL,
                DNS_1035_LABEL,
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end"
                        + " with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '"
                        + DNS_1035_LABEL + "')");
    }

    /**
     * A qualified name, with an optional DNS subdomain and a slash before it: keys of labels, annotations and taints, names of resources.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> qualifiedName(String text) {
        return Labels.keyProblems(text);
    }

    /**
     * The value of a label.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> labelValue(String text) {
        return Labels.valueProblems(text);
    }

    /**
     * An identifier of the language C.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> cIdentifier(String text) {
        return matching(
                text,
                C_IDENTIFIER,
                "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'"
                        + " (e.g. 'my_name',  or 'MY_NAME',  or 'MyName', regex used for validation is '" + C_IDENTIFIER
                        + "')");
    }

    /**
     * The name of an environment variable, as Kubernetes relaxed it in 1.34: printable ASCII without the equals sign.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> envVarName(String text) {
        boolean wellFormed = !text.isEmpty();
        for (int i = 0; wellFormed && i < text.length(); i++) {
            char c = text.charAt(i);
            wellFormed = c >= ' ' && c <= '~' && c != '=';
        }
        return wellFormed
                ? List.of()
                : List.of(
                        "a valid environment variable name must consist only of printable ASCII characters other than '='");
    }

    /**
     * The name of an HTTP header field.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> httpHeaderName(String text) {
        return matching(
                text,
                HTTP_HEADER,
                "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '"
                        + HTTP_HEADER + "')");
    }

    /**
     * Digits and a percent sign.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> percent(String text) {
        return matching(
                text,
                PERCENT,
                "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '"
                        + PERCENT + "')");
    }

    /**
     * A key in the data of a ConfigMap or Secret, which becomes the name of a file.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> configMapKey(String text) {
        var problems = new ArrayList<>(limited(
                text,
                DnsNames.MAX_SUBDOMAIN,
                CONFIG_KEY,
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name',"
                        + " regex used for validation is '" + CONFIG_KEY + "')"));
        if (text.equals(".") || text.equals("..")) {
            problems.add("must not be '" + text + "'");
        } else if (text.startsWith("..")) {
            problems.add("must not start with '..'");
        }
        return List.copyOf(problems);
    }

    /**
     * A name that stands as one segment in the path of a URL, as those of roles do.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> pathSegment(String text) {
        return text.equals(".") || text.equals("..") ? List.of("may not be '" + text + "'") : pathSegmentPrefix(text);
    }

    /**
     * The beginning of a name that stands as one segment in the path of a URL.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> pathSegmentPrefix(String text) {
        var problems = new ArrayList<String>(2);
        if (text.contains("/")) {
            problems.add("may not contain '/'");
        }
        if (text.contains("%")) {
            problems.add("may not contain '%'");
        }
        return List.copyOf(problems);
    }

    /**
     * The name of a port: an IANA service name (RFC 6335, section 5.1).
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> portName(String text) {
        if (isPlainPortName(text)) {
            return List.of();
        }
        var problems = new ArrayList<String>();
        if (text.length() > MAX_PORT_NAME) {
            problems.add("must be no more than " + MAX_PORT_NAME + " characters");
        }
        if (!PORT_NAME.matcher(text).matches()) {
            problems.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (text.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            problems.add("must contain at least one letter (a-z)");
        }
        if (text.contains("--")) {
            problems.add("must not contain consecutive hyphens");
        }
        if (text.startsWith("-") || text.endsWith("-")) {
            problems.add("must not begin or end with a hyphen");
        }
        return List.copyOf(problems);
    }

    /** Letters, then digits: most names of ports. */
    private static boolean isPlainPortName(String text) {
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits |= c >= '0' && c <= '9';
            if (digits ? c < '0' || c > '9' : c < 'a' || c > 'z') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_PORT_NAME && text.charAt(0) >= 'a';
    }

    /**
     * The number of a port, from 1 to 65535.
     *
     * @param port the number
     * @return its problems
     */
    public static List<String> portNumber(long port) {
        return inRange(port, 1, MAX_PORT);
    }

    /**
     * A number within limits.
     *
     * @param number the number
     * @param least the smallest allowed
     * @param greatest the largest allowed
     * @return its problems
     */
    public static List<String> inRange(long number, long least, long greatest) {
        return number >= least && number <= greatest
                ? List.of()
                : List.of("must be between " + least + " and " + greatest + ", inclusive");
    }

    /**
     * A path under a DNS subdomain, such as {@code acme.io/foo}: names of controllers.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> domainPrefixedPath(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            return List.of("must be a domain-prefixed path (such as \"acme.io/foo\")");
        }
        var problems = new ArrayList<>(dns1123Subdomain(text.substring(0, slash)));
        if (!HTTP_PATH.matcher(text).region(slash + 1, text.length()).matches()) {
            problems.add("Invalid path (regex used for validation is '" + HTTP_PATH + "')");
        }
        return List.copyOf(problems);
    }

    /**
     * A finalizer in the spec of a Namespace: qualified by a domain, or one of Kubernetes' own.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> namespaceFinalizer(String text) {
        var problems = qualifiedName(text);
        return problems.isEmpty() && text.indexOf('/') < 0 && !STANDARD_FINALIZERS.contains(text)
                ? List.of("name is neither a standard finalizer name nor is it fully qualified")
                : problems;
    }

    /**
     * The name of a kernel parameter.
     *
     * @param text the text
     * @return its problems
     */
    public static List<String> sysctlName(String text) {
        return text.length() <= DnsNames.MAX_SUBDOMAIN && SYSCTL.matcher(text).matches()
                ? List.of()
                : List.of(
                        "must have at most " + DnsNames.MAX_SUBDOMAIN + " characters and match regex ^" + SYSCTL + "$");
    }

    private static List<String> matching(String text, Pattern pattern, String rule) {
        return pattern.matcher(text).matches() ? List.of() : List.of(rule);
    }

    private static List<String> limited(String text, int max, Pattern pattern, String rule) {
        return problems(text, max, pattern.matcher(text).matches(), rule);
    }

    private static List<String> problems(String text, int max, boolean wellFormed, String rule) {
        boolean tooLong = text.getBytes(StandardCharsets.UTF_8).length > max;
        if (!tooLong && wellFormed) {
            return List.of();
        }
        var problems = new ArrayList<String>(2);
        if (tooLong) {
            problems.add("must be no more than " + max + " characters");
        }
        if (!wellFormed) {
            problems.add(rule);
        }
        return List.copyOf(problems);
    }
}
