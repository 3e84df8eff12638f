package io.podium.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private final Manifests manifests = new Manifests(Kinds.builtIn(), Interner.NONE);

    @Test
    void readsAllDocumentsOfAStream() {
        var manifest = manifests.read("""
                # a comment
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {mode: fast}
                ---
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {replicas: 3}
                """, Strictness.Mode.STRICT);

        assertThat(manifest.objects()).extracting(ApiObject::name).containsExactly("settings", "web");
        assertThat(((Deployment) manifest.objects().getLast()).spec().replicas())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"a\"}}\n"
                        + "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"b\"}}",
                "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{\"apiVersion\": \"v1\", \"kind\": \"Pod\","
                        + " \"metadata\": {\"name\": \"a\"}}, {\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"b\"}}]}",
                "apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n- metadata: {name: b}\n",
            })
    void readsJsonStreamsAndLists(String text) {
        assertThat(manifests.read(text, Strictness.Mode.STRICT).objects())
                .allSatisfy(object -> assertThat(object).isInstanceOf(Pod.class))
                .extracting(ApiObject::name)
                .containsExactly("a", "b");
    }

    @Test
    void namesDocumentLinePathAndValueOfAnUnknownField() {
        var text = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: fine}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - name: app
                    imagePulPolicy: Always
                """;

        assertThatThrownBy(() -> manifests.read(text, Strictness.Mode.STRICT))
                .isInstanceOf(DecodingException.class)
                .hasMessage(
                        "document 2, line 11: unknown field \"spec.containers[0].imagePulPolicy\", value \"Always\";"
                                + " correct the name or remove the field");
        assertThat(manifests.read(text, Strictness.Mode.WARN).warnings())
                .containsExactly(
                        "document 2, line 11: unknown field \"spec.containers[0].imagePulPolicy\", value \"Always\"");
        assertThat(manifests.read(text, Strictness.Mode.IGNORE).warnings()).isEmpty();
    }

    @Test
    void findsTheLineInJsonAndWithinLists() {
        var json = """
                {"apiVersion": "v1", "kind": "List", "items": [
                  {"apiVersion": "v1", "kind": "Pod",
                   "metadata": {"name": "a", "labels": {"x": "1",
                                                         "x": "2"}},
                   "spec": {"containers": [{"name": "app",
                                            "bogus": {"deep": [1]}}]}}]}""";

        assertThat(manifests.read(json, Strictness.Mode.WARN).warnings())
                .containsExactly(
                        "document 1, line 4: duplicate field \"items[0].metadata.labels.x\"",
                        "document 1, line 6: unknown field \"items[0].spec.containers[0].bogus\", value {\"deep\":[1]}");
    }

    @Test
    void namesDocumentLineAndObjectOfAMistypedField() {
        var text = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: three\n";

        assertThatThrownBy(() -> manifests.read(text, Strictness.Mode.IGNORE))
                .hasMessage(
                        "document 1, line 6: Deployment \"web\": spec.replicas: cannot read the string \"three\" as a 32-bit integer");
    }

    @Test
    void saysWhatToDoAboutAnUnknownKind() {
        assertThatThrownBy(() -> manifests.read("apiVersion: example.com/v1\nkind: Widget\n", Strictness.Mode.STRICT))
                .hasMessageStartingWith(
                        "document 1 (line 1): no kind \"Widget\" is registered for version \"example.com/v1\"; correct apiVersion");
        assertThatThrownBy(() -> manifests.read("apiVersion: v1\nkind: Deployment\n", Strictness.Mode.STRICT))
                .hasMessageEndingWith("it is known under apiVersion apps/v1");
        assertThatThrownBy(() -> manifests.read("---\nkind: Pod\n", Strictness.Mode.STRICT))
                .hasMessage("document 1 (line 1): says no apiVersion; begin it with apiVersion and kind");
        assertThatThrownBy(() -> manifests.read("just text", Strictness.Mode.STRICT))
                .hasMessageContaining("expected an object with apiVersion and kind");
    }

    @Test
    void convertsOtherVersions() {
        var text = """
                apiVersion: events.k8s.io/v1
                kind: Event
                metadata: {name: e, namespace: default}
                regarding: {kind: Pod, name: web}
                note: Started
                reportingController: kubelet
                deprecatedCount: 2
                """;

        var event =
                (Event) manifests.read(text, Strictness.Mode.STRICT).objects().getFirst();

        assertThat(event.involvedObject().name()).isEqualTo("web");
        assertThat(event.message()).isEqualTo("Started");
        assertThat(event.reportingComponent()).isEqualTo("kubelet");
        assertThat(event.count()).isEqualTo(2);
        var served = Kinds.builtIn().versions().getFirst().served(Trees.toTree(event));
        assertThat(YamlWriter.write(served))
                .contains(
                        "apiVersion: events.k8s.io/v1\n",
                        "deprecatedCount: 2\n",
                        "note: Started\n",
                        "regarding:\n  kind: Pod\n")
                .doesNotContain("reportingInstance");
    }
}
