package io.podium.apiserver.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({"a, 0", "a-b, 0", "1a, 0", "xn--a, 0", "A, 1", "-a, 1", "a-, 1", "a.b, 1", "a_b, 1", "ä, 1", "'', 1"})
    void dns1123Label(String text, int problems) {
        assertThat(Formats.dns1123Label(text)).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 0",
        "a.b, 0",
        "0.1, 0",
        "1.2.3.4, 0",
        "a..b, 1",
        ".a, 1",
        "a., 1",
        "a.-b, 1",
        "a b, 1",
        "system:x, 1",
        "'', 1"
    })
    void dns1123Subdomain(String text, int problems) {
        assertThat(Formats.dns1123Subdomain(text)).hasSize(problems);
    }

    @Test
    void countsLengthAndFormApart() {
        assertThat(Formats.dns1123Label("a".repeat(63))).isEmpty();
        assertThat(Formats.dns1123Label("a".repeat(64))).containsExactly("must be no more than 63 characters");
        assertThat(Formats.dns1123Label("a".repeat(63) + ".b")).hasSize(2);
        assertThat(Formats.dns1123Subdomain("a".repeat(253))).isEmpty();
        assertThat(Formats.dns1123Subdomain("a".repeat(254))).containsExactly("must be no more than 253 characters");
        assertThat(Formats.labelValue("ä".repeat(32)))
                .hasSize(2)
                .first()
                .isEqualTo("must be no more than 63 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "app, 0",
        "a/b, 0",
        "a.b/C_d, 0",
        "Upper_Case, 0",
        "a/b/c, 1",
        "/b, 1",
        "a/, 2",
        "'', 2",
        "A/b, 1",
        "/, 3",
        "a b, 1"
    })
    void qualifiedName(String text, int problems) {
        assertThat(Formats.qualifiedName(text)).hasSize(problems);
    }

    @Test
    void saysWhichPartOfAQualifiedNameIsWrong() {
        assertThat(Formats.qualifiedName("Example.com/x"))
                .first()
                .asString()
                .startsWith("prefix part a lowercase RFC 1123 subdomain must");
        assertThat(Formats.qualifiedName("example.com/" + "x".repeat(64)))
                .containsExactly("name part must be no more than 63 characters");
        assertThat(Formats.qualifiedName("a/b/c")).first().asString().startsWith("a qualified name must consist of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A_b.c-1", "12345"})
    void acceptsLabelValues(String text) {
        assertThat(Formats.labelValue(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "a-", "a b", "a/b", ".", "ünï"})
    void refusesLabelValues(String text) {
        assertThat(Formats.labelValue(text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http, 0",
        "a1-b, 0",
        "8080, 1",
        "Http, 1",
        "a--b, 1",
        "-a, 1",
        "a_b, 1",
        "this-is-too-long, 1",
        "-, 2",
        "'', 2",
        "1--, 3"
    })
    void portName(String text, int problems) {
        assertThat(Formats.portName(text)).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({"key, 0", ".key, 0", "a.b-c_D, 0", "., 1", ".., 1", "..a, 1", "a b, 1", "a/b, 1", "'', 1", "../a, 2"})
    void configMapKey(String text, int problems) {
        assertThat(Formats.configMapKey(text)).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({"PATH, 0", "a b, 0", "1st, 0", "has.dot, 0", "a=b, 1", "ünï, 1", "'', 1"})
    void envVarName(String text, int problems) {
        assertThat(Formats.envVarName(text)).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.io/foo, 0",
        "a/b/c, 0",
        "acme.io, 1",
        "/foo, 1",
        "acme.io/, 1",
        "Acme/foo, 1",
        "acme.io/a b, 1",
        "A/a b, 2"
    })
    void domainPrefixedPath(String text, int problems) {
        assertThat(Formats.domainPrefixedPath(text)).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({"system:node, 0", "a b, 0", "., 1", ".., 1", "a/b, 1", "a%b, 1", "a/%b, 2"})
    void pathSegment(String text, int problems) {
        assertThat(Formats.pathSegment(text)).hasSize(problems);
    }

    @Test
    void otherForms() {
        assertThat(Formats.percent("25%")).isEmpty();
        assertThat(Formats.percent("25")).hasSize(1);
        assertThat(Formats.cIdentifier("_a1")).isEmpty();
        assertThat(Formats.cIdentifier("1a")).hasSize(1);
        assertThat(Formats.httpHeaderName("X-Header")).isEmpty();
        assertThat(Formats.httpHeaderName("X Header")).hasSize(1);
        assertThat(Formats.dns1035Label("a1")).isEmpty();
        assertThat(Formats.dns1035Label("1a")).hasSize(1);
        assertThat(Formats.wildcardDns1123Subdomain("*.example.com")).isEmpty();
        assertThat(Formats.wildcardDns1123Subdomain("*.")).hasSize(1);
        assertThat(Formats.wildcardDns1123Subdomain("a.*.com")).hasSize(1);
        assertThat(Formats.dns1123SubdomainWithUnderscore("_tcp.a_b")).isEmpty();
        assertThat(Formats.sysctlName("net.ipv4/a_b")).isEmpty();
        assertThat(Formats.sysctlName("UnknownValue")).hasSize(1);
        assertThat(Formats.namespaceFinalizer("kubernetes")).isEmpty();
        assertThat(Formats.namespaceFinalizer("mine"))
                .containsExactly("name is neither a standard finalizer name nor is it fully qualified");
        assertThat(Formats.namespaceFinalizer("example.com/mine")).isEmpty();
        assertThat(Formats.portNumber(65535)).isEmpty();
        assertThat(Formats.portNumber(0)).isEqualTo(List.of("must be between 1 and 65535, inclusive"));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBDOMAIN, a-, 0",
        "SUBDOMAIN, a., 1",
        "SUBDOMAIN, -, 1",
        "LABEL, a.b-, 1",
        "LABEL_1035, 1-, 0",
        "LABEL_1035, 1a, 1",
        "PATH_SEGMENT, a:, 0",
        "PATH_SEGMENT, .., 1"
    })
    void letsABeginningEndInADash(NameRule rule, String prefix, int problems) {
        assertThat(rule.prefixProblems(prefix)).hasSize(problems);
    }
}
