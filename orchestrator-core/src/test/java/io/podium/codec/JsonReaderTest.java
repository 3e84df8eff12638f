package io.podium.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.meta.Bytes;
import io.podium.api.meta.Json;
import io.podium.api.meta.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    @Test
    void readsWhatAnObjectSays() {
        var secret = read(Secret.KIND, """
                {"apiVersion": "v1", "kind": "Secret",
                 "metadata": {"name": "db", "labels": {"tier": "back", "app": "web"}},
                 "immutable": false, "data": {"password": "czNjcjN0"}, "type": "Opaque"}""");

        assertThat(secret.name()).isEqualTo("db");
        assertThat(secret.metadata().labels().keySet()).containsExactly("app", "tier");
        assertThat(secret.immutable()).isFalse();
        assertThat(secret.data()).isEqualTo(Map.of("password", Bytes.ofUtf8("s3cr3t")));
    }

    @Test
    void takesNullForAbsentAndWithinCollectionsForZero() {
        var pod = read(Pod.KIND, """
                {"metadata": {"name": null, "labels": {"a": null}, "finalizers": null},
                 "spec": {"priority": null, "initContainers": [null],
                          "containers": [{"command": ["x", null], "resources": {"requests": {"cpu": null}}}]}}""");

        assertThat(pod.name()).isEmpty();
        assertThat(pod.metadata().labels()).isEqualTo(Map.of("a", ""));
        assertThat(pod.spec().priority()).isNull();
        assertThat(pod.spec().initContainers())
                .singleElement()
                .satisfies(c -> assertThat(c.name()).isEmpty());
        var container = pod.spec().containers().getFirst();
        assertThat(container.command()).containsExactly("x", "");
        assertThat(container.resources().requests()).isEqualTo(Map.of("cpu", Quantity.ZERO));
    }

    @Test
    void readsNullAsTheEmptyObject() {
        assertThat(read(ConfigMap.KIND, "null"))
                .isEqualTo(ConfigMap.KIND.schema().empty());
    }

    @Test
    void readsQuantitiesAndPortsInBothForms() {
        var pod = read(Pod.KIND, """
                {"spec": {"containers": [{"resources": {"limits": {"cpu": 0.5, "memory": "64Mi"}},
                          "livenessProbe": {"tcpSocket": {"port": "web"}}, "readinessProbe": {"tcpSocket": {"port": 80}}}]}}""");

        var container = pod.spec().containers().getFirst();
        assertThat(container.resources().limits())
                .isEqualTo(Map.of("cpu", Quantity.of("500m"), "memory", Quantity.of("64Mi")));
        assertThat(JsonWriter.write(pod)).asString(UTF_8).contains("\"port\":\"web\"", "\"port\":80");
    }

    @Test
    void keepsUnknownFields() {
        var json = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"l\"},"
                + "\"data\":{\"a\":\"1\"},\"future\":{\"x\":[1,2.5,null,true]}}";

        var map = JsonReader.plain().read(ConfigMap.KIND, json.getBytes(UTF_8), Strictness.ignoring());

        assertThat(map.unknown().fields()).containsKey("future");
        assertThat(JsonWriter.write(map)).asString(UTF_8).isEqualTo(json);
    }

    @Test
    void warnsOfUnknownAndDuplicateFieldsInTheOrderOfTheText() {
        var strictness = Strictness.warning();

        var pod = JsonReader.plain().read(Pod.KIND, """
                        {"metadata": {"name": "p", "bogus": 1, "labels": {"a": "1", "a": "2"}},
                         "spec": {"containers": [{"name": "a"}, {"name": null, "bogus": {"deep": 1}, "name": "b"}]},
                         "spec2": {}}""".getBytes(UTF_8), strictness);

        assertThat(strictness.warnings())
                .containsExactly(
                        "unknown field \"metadata.bogus\"",
                        "duplicate field \"metadata.labels.a\"",
                        "unknown field \"spec.containers[1].bogus\"",
                        "duplicate field \"spec.containers[1].name\"",
                        "unknown field \"spec2\"");
        assertThat(strictness.problems())
                .extracting(FieldProblem::line, FieldProblem::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(1, Json.of(1)),
                        org.assertj.core.groups.Tuple.tuple(3, Json.from(Map.of())));
        assertThat(pod.metadata().labels()).containsEntry("a", "2");
        assertThat(pod.spec().containers().getLast().name()).isEqualTo("b");
    }

    @Test
    void warnsOnceOfAFieldThatComesOften() {
        var strictness = Strictness.warning();

        JsonReader.plain().read(ConfigMap.KIND, """
                        {"metadata": {"name": "m", "bogus": 1, "bogus": 2},
                         "data": {"a": "1", "a": "2", "a": "3"}}""".getBytes(UTF_8), strictness);

        assertThat(strictness.warnings())
                .containsExactly("unknown field \"metadata.bogus\"", "duplicate field \"data.a\"");
    }

    @Test
    void refusesUnknownAndDuplicateFieldsWhenStrict() {
        var json = "{\"metadata\": {\"name\": \"l\"}, \"Data\": {}, \"data\": {}, \"data\": {}}";

        assertThatThrownBy(() -> read(ConfigMap.KIND, json))
                .isInstanceOf(DecodingException.class)
                .hasMessage("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: "
                        + "strict decoding error: unknown field \"Data\", duplicate field \"data\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"metadata": []}                                        | metadata: cannot read a list as an ObjectMeta
                    {"metadata": {"name": 7}}                               | metadata.name: cannot read the number 7 as a string; put it in quotes
                    {"metadata": {"labels": []}}                            | metadata.labels: cannot read a list as a map of string
                    {"metadata": {"labels": {"a": true}}}                   | metadata.labels.a: cannot read the boolean true as a string; put it in quotes
                    {"spec": {"priority": 3.7}}                             | spec.priority: cannot read the number 3.7 as a 32-bit integer
                    {"spec": {"priority": 1.0}}                             | spec.priority: cannot read the number 1.0 as a 32-bit integer
                    {"spec": {"priority": 1e3}}                             | spec.priority: cannot read the number 1e3 as a 32-bit integer
                    {"spec": {"priority": 2147483648}}                      | spec.priority: cannot read the number 2147483648 as a 32-bit integer
                    {"spec": {"activeDeadlineSeconds": 9223372036854775808}}| spec.activeDeadlineSeconds: cannot read the number 9223372036854775808 as a 64-bit integer
                    {"spec": {"hostNetwork": "yes"}}                        | spec.hostNetwork: cannot read the string "yes" as a boolean
                    {"spec": {"containers": {}}}                            | spec.containers: cannot read an object as a list of Container
                    {"spec": {"containers": [{}, 5]}}                       | spec.containers[1]: cannot read the number 5 as a Container
                    {"spec": {"overhead": {"cpu": "abc"}}}                  | spec.overhead.cpu: cannot read the string "abc" as a quantity:
                    {"metadata": {"creationTimestamp": "soon"}}             | metadata.creationTimestamp: cannot read the string "soon" as a time:
                    {"spec": {"containers": [{"livenessProbe": {"tcpSocket": {"port": 3.7}}}]}}|port: cannot read the number 3.7 as a 32-bit integer or string
                    {"kind": 7}                                             | kind: cannot read the number 7 as a string; put it in quotes
                    """)
    void saysWhereAndWhatIsMistyped(String json, String message) {
        assertThatThrownBy(() -> read(Pod.KIND, json))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("Pod in version \"v1\" cannot be handled as a Pod: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {        | malformed JSON
                    {"a": 1,}| malformed JSON
                             | the document is empty
                    {} {}    | text after the end
                    []       | the document: cannot read a list as a ConfigMap
                    7        | the document: cannot read the number 7 as a ConfigMap
                    {"apiVersion": "v1", "kind": "Secret"}    | expected "v1" and "ConfigMap"
                    {"apiVersion": "v9", "kind": "ConfigMap"} | it says apiVersion "v9"
                    """)
    void refusesWhatIsNoObjectOfTheKind(String json, String message) {
        assertThatThrownBy(() -> read(ConfigMap.KIND, json == null ? "" : json))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        var json = "{\"x\":" + "[".repeat(600) + "]".repeat(600) + "}";

        assertThatThrownBy(() -> read(ConfigMap.KIND, json))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void writesZeroValuesAsKubernetesDoes() {
        var event = read(Event.KIND, "{\"metadata\": {\"name\": \"e\"}, \"count\": 0}");

        assertThat(Trees.toTree(event))
                .isEqualTo(Json.from(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Event",
                        "metadata",
                        Map.of("name", "e"),
                        "involvedObject",
                        Map.of(),
                        "source",
                        Map.of(),
                        "firstTimestamp",
                        Json.NULL,
                        "lastTimestamp",
                        Json.NULL,
                        "eventTime",
                        Json.NULL,
                        "reportingComponent",
                        "",
                        "reportingInstance",
                        "")));
    }

    @Test
    void treesAndTextsSayTheSame() {
        var pod = read(Pod.KIND, """
                {"metadata": {"name": "p", "creationTimestamp": "2026-01-02T03:04:05Z"},
                 "spec": {"containers": [{"name": "a", "ports": [{"containerPort": 80}]}], "hostNetwork": true},
                 "status": {"podIPs": [{"ip": "10.0.0.1"}]}}""");

        var tree = Trees.toTree(pod);

        assertThat(JsonReader.plain().readTree(JsonWriter.write(pod), Strictness.strict()))
                .isEqualTo(tree);
        assertThat(Trees.fromTree(Pod.KIND, tree, Strictness.strict())).isEqualTo(pod);
    }

    @Test
    void treesAreReadAsStrictlyAsTexts() {
        var tree = Json.from(Map.of("spec", Map.of("containers", List.of(Map.of("bogus", 1)))));

        assertThatThrownBy(() -> Trees.fromTree(Pod.KIND, tree, Strictness.strict()))
                .hasMessageContaining("unknown field \"spec.containers[0].bogus\"");
    }

    @Test
    void internsKeysAndValues() {
        var reader = new JsonReader(Interner.bounded(64));
        var json = "{\"metadata\": {\"namespace\": \"default\", \"labels\": {\"app.kubernetes.io/name\": \"web\"}}}"
                .getBytes(UTF_8);

        var one = reader.read(Pod.KIND, json, Strictness.ignoring()).metadata();
        var two = reader.read(Pod.KIND, json, Strictness.ignoring()).metadata();

        assertThat(two.namespace()).isSameAs(one.namespace());
        assertThat(two.labels().keySet().iterator().next())
                .isSameAs(one.labels().keySet().iterator().next());
    }

    private static <T extends io.podium.api.meta.ApiObject<T>> T read(io.podium.api.meta.Kind<T> kind, String json) {
        return JsonReader.plain().read(kind, json.getBytes(UTF_8), Strictness.strict());
    }
}
