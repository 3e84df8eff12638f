package io.podium.apiserver.rules.pod;

import static io.podium.api.core.Resources.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.EnvFromSourceBuilder;
import io.podium.api.core.Pod;
import io.podium.api.core.PodSpecBuilder;
import io.podium.api.core.PodTemplateSpecBuilder;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Quantity;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodRulesTest {
    private final PodRules rules = new PodRules();

    private Pod pod(Consumer<PodSpecBuilder> change) {
        var pod = Pod.named("web")
                .podSpec(spec -> spec.container(container(UnaryOperator.identity())))
                .build();
        return rules.prepareForCreate(rules.defaults(pod.withSpec(pod.spec().with(change))));
    }

    private static Container container(UnaryOperator<ContainerBuilder> change) {
        return change.apply(new ContainerBuilder().name("app").image("nginx")).build();
    }

    private Pod podOf(UnaryOperator<ContainerBuilder> change) {
        return pod(spec -> spec.containers(List.of(container(change))));
    }

    private List<String> problemsOf(Pod pod) {
        var problems = new Problems();
        rules.validateCreate(pod, problems);
        return said(problems);
    }

    private List<String> problemsOfUpdate(Pod updated, Pod old) {
        var problems = new Problems();
        rules.validateUpdate(updated, old, problems);
        return said(problems);
    }

    private static List<String> said(Problems problems) {
        return problems.causes().stream()
                .map(cause -> cause.reason().substring("FieldValue".length()) + " " + cause.field())
                .toList();
    }

    @Test
    void fillsInWhatAPodDoesNotSay() {
        var spec = pod(any -> {}).spec();

        assertThat(spec.restartPolicy()).isEqualTo("Always");
        assertThat(spec.dnsPolicy()).isEqualTo("ClusterFirst");
        assertThat(spec.schedulerName()).isEqualTo("default-scheduler");
        assertThat(spec.terminationGracePeriodSeconds()).isEqualTo(30);
        assertThat(spec.enableServiceLinks()).isTrue();
        assertThat(spec.securityContext()).isNotNull();
        assertThat(spec.containers().getFirst().imagePullPolicy()).isEqualTo("Always");
        assertThat(spec.containers().getFirst().terminationMessagePath()).isEqualTo("/dev/termination-log");
    }

    @Test
    void givesBackACompletePodItself() {
        var complete = podOf(app -> app.port(80)
                .limits(of("cpu", "1"))
                .livenessProbe(probe -> probe.httpGet(http -> http.port(IntOrString.of(80)))));

        assertThat(rules.defaults(complete)).isSameAs(complete);
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, Always",
        "nginx:latest, Always",
        "nginx:1.27, IfNotPresent",
        "registry.example.com:5000/team/app, Always",
        "registry.example.com:5000/team/app:1, IfNotPresent",
        "app@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, IfNotPresent",
        "Upper, IfNotPresent",
        "a b, IfNotPresent",
        "-dash, IfNotPresent"
    })
    void pullsAlwaysWhatMayChange(String image, String policy) {
        assertThat(podOf(app -> app.image(image)).spec().containers().getFirst().imagePullPolicy())
                .isEqualTo(policy);
    }

    @Test
    void requestsWhatItIsLimitedTo() {
        var resources = podOf(app ->
                        app.limits(of("cpu", "2")).limits(of("memory", "1Gi")).requests(of("cpu", "1")))
                .spec()
                .containers()
                .getFirst()
                .resources();

        assertThat(resources.requests())
                .containsEntry("cpu", Quantity.of("1"))
                .containsEntry("memory", Quantity.of("1Gi"));
    }

    @Test
    void beginsPendingInItsClassOfService() {
        assertThat(pod(any -> {}).status().phase()).isEqualTo("Pending");
        assertThat(pod(any -> {}).status().qosClass()).isEqualTo("BestEffort");
        assertThat(podOf(app -> app.requests(of("cpu", "1"))).status().qosClass())
                .isEqualTo("Burstable");
        assertThat(podOf(app -> app.limits(of("cpu", "1")).limits(of("memory", "1Gi")))
                        .status()
                        .qosClass())
                .isEqualTo("Guaranteed");
    }

    @Test
    void waitsBehindItsGates() {
        var gated = pod(spec -> spec.schedulingGate(gate -> gate.name("example.com/quota")));

        assertThat(gated.status().conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.type()).isEqualTo("PodScheduled");
            assertThat(condition.reason()).isEqualTo("SchedulingGated");
        });
    }

    @Test
    void findsNothingWrongWithAGoodPod() {
        assertThat(problemsOf(pod(any -> {}))).isEmpty();
    }

    @Test
    void namesWhatContainersLack() {
        assertThat(problemsOf(pod(spec -> spec.containers(List.of())))).containsExactly("Required spec.containers");
        assertThat(problemsOf(podOf(app -> app.name("").image(""))))
                .containsExactlyInAnyOrder("Required spec.containers[0].name", "Required spec.containers[0].image");
    }

    @Test
    void mountsOnlyVolumesThatAreGood() {
        var pod = pod(spec -> spec.containers(List.of(container(
                        app -> app.volumeMount(mount -> mount.name("data").mountPath("/data")))))
                .volume(volume -> volume.name("data").persistentVolumeClaim(claim -> claim.claimName(""))));

        assertThat(problemsOf(pod))
                .containsExactlyInAnyOrder(
                        "Required spec.volumes[0].persistentVolumeClaim.claimName",
                        "NotFound spec.containers[0].volumeMounts[0].name");
    }

    @Test
    void allowsOneSourceAVolume() {
        var pod = pod(spec ->
                spec.volume(volume -> volume.name("data").emptyDir(any -> {}).hostPath(host -> host.path("/tmp"))));

        assertThat(problemsOf(pod)).containsExactly("Forbidden spec.volumes[0].hostPath");
    }

    @Test
    void givesEachHostPortOnce() {
        var pod = podOf(app -> app.port(port -> port.containerPort(1).hostPort(80))
                .port(port -> port.containerPort(2).hostPort(80)));

        assertThat(problemsOf(pod)).containsExactly("Duplicate spec.containers[0].ports[1].hostPort");
    }

    @Test
    void keepsRequestsWithinLimits() {
        assertThat(problemsOf(podOf(app -> app.limits(of("cpu", "1")).requests(of("cpu", "2")))))
                .containsExactly("Invalid spec.containers[0].resources.requests");
        assertThat(problemsOf(podOf(app -> app.requests(of("example.com/gpu", "1")))))
                .containsExactly("Required spec.containers[0].resources.limits");
        assertThat(problemsOf(podOf(app -> app.limits(of("hugepages-2Mi", "3Mi")))))
                .containsExactlyInAnyOrder(
                        "Invalid spec.containers[0].resources.limits[hugepages-2Mi]",
                        "Invalid spec.containers[0].resources.requests[hugepages-2Mi]",
                        "Forbidden spec.containers[0].resources");
    }

    @Test
    void forbidsHooksOfContainersThatEnd() {
        var pod = pod(spec -> spec.initContainer(container(
                init -> init.name("init").livenessProbe(probe -> probe.exec(exec -> exec.command("true"))))));

        assertThat(problemsOf(pod)).containsExactly("Forbidden spec.initContainers[0].livenessProbe");
    }

    @Test
    void dropsWhatGatesTurnOff() {
        var pod = pod(spec -> spec.containers(List.of(container(app -> app.restartPolicy("Never"))))
                .hostnameOverride("x"));

        assertThat(pod.spec().containers().getFirst().restartPolicy()).isNull();
        assertThat(pod.spec().hostnameOverride()).isNull();
    }

    @Test
    void changesImagesAndLittleElse() {
        var old = pod(any -> {});
        var otherImage = old.withSpec(old.spec()
                .withContainers(List.of(old.spec().containers().getFirst().withImage("nginx:2"))));

        assertThat(problemsOfUpdate(otherImage, old)).isEmpty();
        assertThat(rules.changesGeneration(otherImage, old)).isTrue();
        assertThat(problemsOfUpdate(old.withSpec(old.spec().withHostNetwork(true)), old))
                .containsExactly("Forbidden spec");
        assertThat(problemsOfUpdate(old.withSpec(old.spec().withContainers(List.of())), old))
                .containsExactly("Required spec.containers", "Forbidden spec.containers");
    }

    @Test
    void onlyShortensTheDeadline() {
        var old = pod(spec -> spec.activeDeadlineSeconds(60));

        assertThat(problemsOfUpdate(old.withSpec(old.spec().withActiveDeadlineSeconds(30L)), old))
                .isEmpty();
        assertThat(problemsOfUpdate(old.withSpec(old.spec().withActiveDeadlineSeconds(61L)), old))
                .containsExactly("Invalid spec.activeDeadlineSeconds");
        assertThat(problemsOfUpdate(old.withSpec(old.spec().withActiveDeadlineSeconds(null)), old))
                .containsExactly("Invalid spec.activeDeadlineSeconds");
    }

    @Test
    void narrowsItsPlaceOnlyWhileGated() {
        var gated = pod(spec -> spec.schedulingGate(gate -> gate.name("hold")).nodeSelector("disk", "ssd"));
        var narrower = gated.withSpec(gated.spec().with(spec -> spec.nodeSelector("zone", "a")));
        var freed = gated.withSpec(gated.spec().withSchedulingGates(List.of()));

        assertThat(problemsOfUpdate(narrower, gated)).isEmpty();
        assertThat(problemsOfUpdate(freed, gated)).isEmpty();
        assertThat(problemsOfUpdate(freed.withSpec(freed.spec().with(spec -> spec.nodeSelector("zone", "a"))), freed))
                .containsExactly("Forbidden spec");
    }

    @Test
    void resizesWithinItsClassOfService() {
        var old = podOf(app -> app.requests(of("cpu", "1")));
        var resize = rules.on("resize");
        var more = old.withSpec(old.spec()
                .withHostNetwork(true)
                .withContainers(List.of(old.spec().containers().getFirst().with(app -> app.requests(of("cpu", "2"))))));
        var problems = new Problems();

        var resized = resize.prepareForUpdate(more, old);
        resize.validateUpdate(resized, old, problems);

        assertThat(said(problems)).isEmpty();
        assertThat(resized.spec().hostNetwork()).isFalse();
        assertThat(resized.spec().containers().getFirst().resources().requests())
                .containsEntry("cpu", Quantity.of("2"));
    }

    @Test
    void addsEphemeralContainersAndKeepsThem() {
        var old = pod(any -> {});
        var debugging = rules.on("ephemeralcontainers");
        var sent = old.withSpec(old.spec()
                .with(spec -> spec.ephemeralContainer(each -> each.name("debug").image("sh"))));
        var problems = new Problems();

        var debugged = debugging.prepareForUpdate(debugging.defaults(sent), old);
        debugging.validateUpdate(debugged, old, problems);
        assertThat(said(problems)).isEmpty();
        debugging.validateUpdate(old, debugged, problems);

        assertThat(said(problems)).containsExactly("Forbidden spec.ephemeralContainers");
    }

    @Test
    void endsAtOnceWhereNothingRuns() {
        var unplaced = pod(any -> {});
        var placed = pod(spec -> spec.nodeName("node-1").terminationGracePeriodSeconds(20));
        var finished = placed.withStatus(placed.status().withPhase("Succeeded"));

        assertThat(rules.gracePeriodSeconds(unplaced, null)).isZero();
        assertThat(rules.gracePeriodSeconds(placed, null)).isEqualTo(20);
        assertThat(rules.gracePeriodSeconds(placed, -1L)).isEqualTo(1);
        assertThat(rules.gracePeriodSeconds(finished, 5L)).isZero();
    }

    @Test
    void turnsKeysOfLabelsIntoRequirements() {
        var pod = Pod.named("web")
                .label("version", "7")
                .podSpec(spec -> spec.container(container(UnaryOperator.identity()))
                        .topologySpreadConstraint(spread -> spread.maxSkew(1)
                                .topologyKey("zone")
                                .whenUnsatisfiable("DoNotSchedule")
                                .matchLabelKey("version")
                                .labelSelector(selector -> selector.matchLabel("app", "web"))))
                .build();

        var created = rules.prepareForCreate(rules.defaults(pod));

        var selector = created.spec().topologySpreadConstraints().getFirst().labelSelector();
        assertThat(selector).isNotNull();
        assertThat(selector.matchExpressions()).singleElement().satisfies(requirement -> {
            assertThat(requirement.key()).isEqualTo("version");
            assertThat(requirement.operator()).isEqualTo("In");
            assertThat(requirement.values()).containsExactly("7");
        });
        assertThat(problemsOf(created)).isEmpty();
    }

    @Test
    void leavesPortsOfTheHostToThePodsOfATemplate() {
        var pod = pod(spec -> spec.hostNetwork(true).containers(List.of(container(app -> app.port(80)))));
        var unmatched = pod.withSpec(pod.spec().withContainers(List.of(container(app -> app.port(80)))));
        var template = new PodTemplateSpecBuilder().spec(unmatched.spec()).build();
        var problems = new Problems();

        PodTemplates.validate(PodTemplates.defaults(template), Path.of("template"), problems);

        assertThat(problemsOf(pod)).isEmpty();
        assertThat(problemsOf(rules.defaults(unmatched))).isEmpty();
        assertThat(said(problems)).isEmpty();
    }

    @Test
    void namesTheGateThatCannotBeAdded() {
        var old = pod(any -> {});
        var gated = old.withSpec(old.spec().with(spec -> spec.schedulingGate(gate -> gate.name("hold"))));

        assertThat(problemsOfUpdate(gated, old)).containsExactly("Forbidden spec.schedulingGates[0].name");
    }

    @Test
    void keepsTheMarkOfWhatItsNodeRuns() {
        var old = pod(spec -> spec.nodeName("node-1"));
        var marked = old.with(pod -> pod.annotation("kubernetes.io/config.mirror", "x"));
        var problems = new Problems();

        rules.on("ephemeralcontainers").validateUpdate(marked, marked, problems);
        rules.on("resize").validateUpdate(marked, marked, problems);

        assertThat(problemsOfUpdate(marked, old))
                .containsExactly("Forbidden metadata.annotations[kubernetes.io/config.mirror]");
        assertThat(problemsOfUpdate(old, marked))
                .containsExactly("Forbidden metadata.annotations[kubernetes.io/config.mirror]");
        assertThat(said(problems)).containsExactly("Forbidden ", "Forbidden ");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "-0,true", "-05,true", "10,true", "05,false", "+1,false", "x,false", "2147483648,false"})
    void readsTheCostOfItsDeletion(String cost, boolean good) {
        var pod = pod(any -> {}).with(each -> each.annotation("controller.kubernetes.io/pod-deletion-cost", cost));

        assertThat(problemsOf(pod).isEmpty()).isEqualTo(good);
    }

    @Test
    void resizesNoInitContainerThatEnds() {
        var old = pod(spec ->
                spec.initContainer(container(init -> init.name("init").requests(of("cpu", "1")))));
        var more = old.withSpec(old.spec()
                .withInitContainers(
                        List.of(old.spec().initContainers().getFirst().with(init -> init.requests(of("cpu", "2"))))));
        var problems = new Problems();

        rules.on("resize").validateUpdate(more, old, problems);

        assertThat(said(problems)).containsExactly("Forbidden spec");
    }

    @Test
    void claimsARequestOnce() {
        var pod = pod(spec -> spec.resourceClaim(claim -> claim.name("gpu").resourceClaimTemplateName("gpus"))
                .containers(List.of(container(app -> app.resources(resources ->
                        resources.claim(claim -> claim.name("gpu").request("A")).claim(claim -> claim.name("gpu")))))));

        assertThat(problemsOf(pod))
                .containsExactlyInAnyOrder(
                        "Invalid spec.containers[0].resources.claims[0].request",
                        "Duplicate spec.containers[0].resources.claims[1]");
    }

    @Test
    void tellsResourcesThatNobodyKnowsFromThoseThatPodsDoNotHave() {
        assertThat(problemsOf(pod(spec -> spec.resources(resources ->
                        resources.limit("foo", Quantity.of("1")).limit("ephemeral-storage", Quantity.of("1"))))))
                .contains(
                        "Invalid spec.resources.limits[foo]", "NotSupported spec.resources.limits[ephemeral-storage]");
    }

    @Test
    void takesTheNamesOfVariablesSourcesForBeginnings() {
        var settings = new EnvFromSourceBuilder()
                .configMapRef(map -> map.name("settings-"))
                .build();
        var secrets =
                new EnvFromSourceBuilder().secretRef(secret -> secret.name("A")).build();

        assertThat(problemsOf(podOf(app -> app.envFrom(List.of(settings, secrets)))))
                .containsExactly("Invalid spec.containers[0].envFrom[1].secretRef.name");
    }

    @Test
    void limitsContainersToWhatThePodIsLimitedTo() {
        assertThat(problemsOf(pod(spec -> spec.resources(resources -> resources.limit("memory", Quantity.of("1Gi")))
                        .containers(List.of(container(app -> app.limits(of("memory", "2Gi"), of("cpu", "1"))))))))
                .contains("Invalid spec.resources.containers[0][memory].limits")
                .doesNotContain("Invalid spec.resources.containers[0][cpu].limits");
    }
}
