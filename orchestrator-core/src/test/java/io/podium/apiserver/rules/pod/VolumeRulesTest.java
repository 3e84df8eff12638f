package io.podium.apiserver.rules.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Pod;
import io.podium.api.core.VolumeBuilder;
import io.podium.api.meta.Quantity;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeRulesTest {
    private final PodRules rules = new PodRules();

    private List<String> problemsOf(Consumer<VolumeBuilder> change) {
        var pod = Pod.named("web")
                .podSpec(spec -> spec.serviceAccountName("default")
                        .container(app -> app.name("app").image("nginx"))
                        .volume(volume -> change.accept(volume.name("data"))))
                .build();
        var problems = new Problems();
        rules.validateCreate(rules.prepareForCreate(rules.defaults(pod)), problems);
        return problems.causes().stream()
                .map(cause -> cause.reason().substring("FieldValue".length()) + " "
                        + cause.field().replace("spec.volumes[0]", ""))
                .toList();
    }

    @Test
    void letsTokensShareAPath() {
        assertThat(problemsOf(volume -> volume.projected(
                        all -> all.source(source -> source.serviceAccountToken(token -> token.path("token")))
                                .source(source -> source.serviceAccountToken(token -> token.path("token"))))))
                .isEmpty();
        assertThat(problemsOf(volume -> volume.projected(all -> all.source(source -> source.secret(each ->
                                each.name("a").item(item -> item.key("k").path("x"))))
                        .source(source -> source.configMap(each ->
                                each.name("b").item(item -> item.key("k").path("x")))))))
                .containsExactly("Invalid .projected");
    }

    @Test
    void projectsOneThingASource() {
        assertThat(problemsOf(volume -> volume.projected(all -> all.source(
                        source -> source.secret(each -> each.name("a")).configMap(each -> each.name(""))))))
                .containsExactlyInAnyOrder(
                        "Required .projected.sources[0].configMap.name", "Forbidden .projected.sources[0]");
    }

    @Test
    void namesSomeSourcesAsKubernetesDoes() {
        assertThat(problemsOf(volume -> volume.gcePersistentDisk(disk -> disk.pdName(""))))
                .containsExactly("Required .persistentDisk.pdName");
        assertThat(problemsOf(volume -> volume.emptyDir(any -> {})
                        .cephfs(ceph -> ceph.monitor("m"))
                        .downwardAPI(any -> {})))
                .containsExactly("Forbidden .cephFS", "Forbidden .downwarAPI");
        assertThat(problemsOf(
                        volume -> volume.csi(csi -> csi.driver("d").nodePublishSecretRef(secret -> secret.name("A")))))
                .containsExactly("Invalid .csi.name");
    }

    @Test
    void findsTwoFaultsInTwoDots() {
        assertThat(problemsOf(
                        volume -> volume.gitRepo(repo -> repo.repository("r").directory("..data"))))
                .isEmpty();
        assertThat(problemsOf(volume -> volume.configMap(
                        map -> map.name("a").item(item -> item.key("k").path("..")))))
                .containsExactly("Invalid .configMap.items[0].path", "Invalid .configMap.items[0].path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:1", "a:", ":1", "[::1]:80", "a:1,b:2"})
    void registersHostsWithPorts(String registry) {
        assertThat(problemsOf(volume -> volume.quobyte(each -> each.volume("v").registry(registry))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:1,", "a:1:2", "[a:1", "a:1]", "x[::1]:80"})
    void registersNothingElse(String registry) {
        assertThat(problemsOf(volume -> volume.quobyte(each -> each.volume("v").registry(registry))))
                .contains("Invalid .quobyte.registry");
    }

    @Test
    void limitsTheTenant() {
        assertThat(problemsOf(volume ->
                        volume.quobyte(each -> each.volume("v").registry("a:1").tenant("t".repeat(65)))))
                .containsExactly("Required .quobyte.tenant");
    }

    @Test
    void checksWhatAClaimIsMadeFrom() {
        var spec = ".ephemeral.volumeClaimTemplate.spec";
        assertThat(problemsOf(volume -> volume.ephemeral(each -> each.volumeClaimTemplate(template -> template.metadata(
                                metadata -> metadata.name("x").uid("u"))
                        .spec(claim -> claim.accessMode("ReadWriteOncePod")
                                .accessMode("Some")
                                .resources(resources -> resources.request("storage", Quantity.of("1Gi")))
                                .volumeAttributesClassName("A")
                                .dataSource(source -> source.kind("Thing"))
                                .dataSourceRef(source ->
                                        source.kind("Snapshot").name("s").apiGroup("A")))))))
                .containsExactlyInAnyOrder(
                        "Forbidden .ephemeral.volumeClaimTemplate.metadata.name",
                        "Forbidden .ephemeral.volumeClaimTemplate.metadata.uID",
                        "NotSupported " + spec + ".accessModes",
                        "Required " + spec + ".dataSource.name",
                        "Invalid " + spec + ".dataSource",
                        "Invalid " + spec + ".dataSourceRef.apiGroup",
                        "Invalid " + spec,
                        "Invalid " + spec + ".volumeAttributesClassName");
    }
}
