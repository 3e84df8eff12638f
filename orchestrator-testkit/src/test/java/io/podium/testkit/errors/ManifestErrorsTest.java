package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.client.ApiException;
import io.podium.api.client.InvalidException;
import io.podium.api.client.ListOptions;
import io.podium.api.core.ConfigMap;
import io.podium.testkit.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that cannot be applied. In most of them the fault is in the third document, behind two good ones that end on line 7. */
class ManifestErrorsTest {
    private static final String GOOD = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: b}
            ---
            """;

    @AutoClose
    private final TestCluster cluster = TestCluster.simulated(1);

    @TempDir
    private Path directory;

    private void apply(String manifest) throws IOException {
        cluster.cluster().apply(file(manifest));
    }

    private Path file(String manifest) throws IOException {
        return Files.writeString(directory.resolve("manifest.yaml"), manifest);
    }

    private void assertRefused(String manifest, String message) {
        assertThatThrownBy(() -> apply(manifest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(cluster.all(ConfigMap.KIND)).isEmpty(); // nothing was applied of a file that cannot be read
    }

    @Test
    void anUnknownField() {
        assertRefused(
                GOOD + """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web}
                        spec:
                          template:
                            spec:
                              containers:
                              - name: app
                                imagePulPolicy: Always
                        """,
                "document 3, line 17: unknown field \"spec.template.spec.containers[0].imagePulPolicy\","
                        + " value \"Always\"; correct the name or remove the field");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    replicas: three        | spec.replicas: cannot read the string "three" as a 32-bit integer
                    replicas: [3]          | spec.replicas: cannot read a list as a 32-bit integer
                    replicas: 3.5          | spec.replicas: cannot read the number 3.5 as a 32-bit integer
                    replicas: 3000000000   | spec.replicas: cannot read the number 3000000000 as a 32-bit integer
                    paused: "yes"          | spec.paused: cannot read the string "yes" as a boolean
                    template: web          | spec.template: cannot read the string "web" as a PodTemplateSpec
                    template: {spec: {containers: {name: app}}} | spec.template.spec.containers: cannot read an object as a list of Container
                    template: {metadata: {labels: {tier: 1}}}   | spec.template.metadata.labels.tier: cannot read the number 1 as a string; put it in quotes
                    """)
    void aValueOfTheWrongType(String field, String problem) {
        assertRefused(
                GOOD + "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  " + field + "\n",
                "document 3, line 13: Deployment \"web\": " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    metadata:\\n\\tname: web     | line 12, column 1: malformed YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
                    metadata: {name: web\\n      | line 12, column 1: malformed YAML: expected ',' or '}', but got <stream end>
                    metadata: {}\\n  data: {}    | line 12, column 3: malformed YAML: expected <block end>, but found '<block mapping start>'
                    metadata: {name: *web}       | line 11: alias *web names no anchor before it
                    metadata: a: b               | line 11, column 12: malformed YAML: mapping values are not allowed here
                    data: {weight: .inf}         | line 11: data.weight: JSON has no number .inf; quote it if a string is meant
                    """)
    void malformedYaml(String lines, String problem) {
        var manifest = GOOD + "apiVersion: v1\nkind: ConfigMap\n"
                + lines.replace("\\n", "\n").replace("\\t", "\t");

        assertRefused(manifest, "document 3, " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"apiVersion": "v1", "kind": "Pod",}  | line 1, column 36: malformed JSON: Unexpected character ('}' (code 125)): was expecting double-quote to start property name
                    {"apiVersion": "v1", "kind": "Pod"    | line 1, column 35: malformed JSON: Unexpected end-of-input: expected close marker for Object
                    """)
    void malformedJson(String json, String problem) {
        assertRefused(json, "document 1, " + problem);
    }

    @Test
    void aKeyThatIsThereTwice() {
        assertRefused(
                GOOD + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: '1'\n  a: '2'\n",
                "document 3, line 14: duplicate field \"data.a\"; keep one of them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    apiVersion: v1                            | says no kind; begin it with apiVersion and kind
                    kind: Pod                                 | says no apiVersion; begin it with apiVersion and kind
                    apiVersion: apps/v1beta1\\nkind: Deployment | no kind "Deployment" is registered for version "apps/v1beta1"; it is known under apiVersion apps/v1
                    apiVersion: v1\\nkind: pod                | no kind "pod" is registered for version "v1"; write Pod
                    apiVersion: example.com/v1\\nkind: Widget | no kind "Widget" is registered for version "example.com/v1"; correct apiVersion and kind, or serve a kind of yours with Cluster.builder().kind(...)
                    just text                                 | expected an object with apiVersion and kind
                    - a\\n- b                                 | expected an object with apiVersion and kind
                    """)
    void somethingThatIsNoObjectOfAKnownKind(String document, String problem) {
        assertRefused(GOOD + document.replace("\\n", "\n"), "document 3 (line 8): " + problem);
    }

    @Test
    void anItemOfAList() {
        assertRefused(
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n- 7\n",
                "document 1 (line 1), items[1]: expected an object with apiVersion and kind");
        assertRefused(
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  dat: {}\n",
                "document 1, line 7: unknown field \"items[0].dat\", value {}; correct the name or remove the field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# later",
                "---",
                "apiVersion: v1\nkind: List",
                "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}"
            })
    void aFileThatSaysNothing(String manifest) {
        assertRefused(manifest, "no objects passed to apply: " + directory.resolve("manifest.yaml") + " says none");
    }

    @Test
    void aFileThatIsNotThere() {
        var missing = directory.resolve("missing.yaml");

        assertThatThrownBy(() -> cluster.cluster().apply(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the manifests " + missing + " cannot be read: there is no such file");
    }

    /** All rules that an object breaks are told at once; the documents before it have been applied. */
    @Test
    void anObjectThatBreaksRules() {
        var manifest = GOOD + """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: -1
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: other}}
                    spec:
                      containers:
                      - {name: App, image: nginx}
                """;

        assertThatThrownBy(() -> apply(manifest))
                .isInstanceOf(InvalidException.class)
                .hasMessage(
                        "Deployment.apps \"web\" is invalid: ["
                                + "spec.replicas: Invalid value: -1: must be greater than or equal to 0, "
                                + "spec.template.metadata.labels: Invalid value: {\"app\":\"other\"}: `selector` does not match template"
                                + " `labels`, "
                                + "spec.template.spec.containers[0].name: Invalid value: \"App\": a lowercase RFC 1123 label must consist"
                                + " of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character"
                                + " (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')]");
        assertThat(cluster.client()
                        .list(ConfigMap.KIND, "default", ListOptions.ALL)
                        .items())
                .extracting(ConfigMap::name)
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {labels: {a: b}}                  | 422 | ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required
                    {name: c, namespace: nowhere}     | 404 | namespaces "nowhere" not found
                    {name: c, resourceVersion: '3'}   | 400 | resourceVersion should not be set on objects to be created: ConfigMap "c" says "3"; leave it out
                    {name: c, managedFields: [{}]}    | 400 | ConfigMap default/c: metadata.managedFields must be nil; leave it out of what you apply
                    """)
    void metadataThatCannotBeApplied(String metadata, int code, String message) {
        assertThatThrownBy(() -> apply("apiVersion: v1\nkind: ConfigMap\nmetadata: " + metadata + "\n"))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }
}
