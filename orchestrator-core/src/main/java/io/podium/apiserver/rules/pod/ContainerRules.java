package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.EphemeralContainer;
import io.podium.api.core.PodSpec;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the containers of a pod: regular, init and ephemeral ones. */
final class ContainerRules {
    private static final List<String> MESSAGE_POLICIES = List.of("FallbackToLogsOnError", "File");
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final String NOT_INIT = "may not be set for init containers without restartPolicy=Always";
    private static final String NOT_EPHEMERAL = "cannot be set for an Ephemeral Container";

    private final PodSpec spec;
    private final PodVolumes volumes;
    private final Problems problems;
    private final long grace;
    private final boolean hostUsers;

    ContainerRules(PodSpec spec, PodVolumes volumes, Problems problems) {
        this.spec = spec;
        this.volumes = volumes;
        this.problems = problems;
        this.grace = spec.terminationGracePeriodSeconds() == null ? 0 : spec.terminationGracePeriodSeconds();
        this.hostUsers = !Boolean.FALSE.equals(spec.hostUsers());
    }

    void checkAll(Path path) {
        checkRegular(path.child("containers"));
        checkInit(path.child("initContainers"));
        checkEphemeral(path.child("ephemeralContainers"));
    }

    private void checkRegular(Path path) {
        var containers = spec.containers();
        if (containers.isEmpty()) {
            problems.required(path, "");
            return;
        }
        for (int i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            checkCommon(container, path.index(i));
            if (isNamed(container.name(), containers, i)) {
                problems.duplicate(path.index(i).child("name"), container.name());
            }
            if (container.restartPolicy() != null) {
                problems.forbidden(path.index(i).child("restartPolicy"), "may not be set for non-init containers");
            }
            checkHooks(container, path.index(i));
        }
        PortRules.checkConflicts(containers, path, problems);
    }

    private void checkHooks(Container container, Path path) {
        HandlerRules.checkLifecycle(container.lifecycle(), grace, path.child("lifecycle"), problems);
        HandlerRules.checkLiveness(container.livenessProbe(), path.child("livenessProbe"), problems);
        HandlerRules.checkReadiness(container.readinessProbe(), path.child("readinessProbe"), problems);
        HandlerRules.checkLiveness(container.startupProbe(), path.child("startupProbe"), problems);
    }

    private void checkInit(Path path) {
        var containers = spec.initContainers();
        for (int i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            var place = path.index(i);
            checkCommon(container, place);
            boolean sidecar = "Always".equals(container.restartPolicy());
            if (container.restartPolicy() != null && !sidecar) {
                problems.notSupported(place.child("restartPolicy"), container.restartPolicy(), List.of("Always"));
            }
            if (!container.name().isEmpty() && isTaken(container.name(), i)) {
                problems.duplicate(place.child("name"), container.name());
            }
            PortRules.checkConflicts(container, path, problems);
            if (sidecar) {
                checkHooks(container, place);
            } else {
                forbidHooks(container, place);
            }
        }
    }

    private void forbidHooks(Container container, Path path) {
        forbid(container.lifecycle(), path, "lifecycle", NOT_INIT);
        forbid(container.livenessProbe(), path, "livenessProbe", NOT_INIT);
        forbid(container.readinessProbe(), path, "readinessProbe", NOT_INIT);
        forbid(container.startupProbe(), path, "startupProbe", NOT_INIT);
        if (!container.resizePolicy().isEmpty()) {
            problems.invalid(
                    path.child("resizePolicy"), container.resizePolicy(), "must not be set for init containers");
        }
    }

    private void checkCommon(Container container, Path path) {
        Checks.requiredLabel(container.name(), path, "name", problems);
        Checks.required(container.image(), path, "image", problems);
        Checks.oneOf(
                container.terminationMessagePolicy(),
                MESSAGE_POLICIES,
                path.child("terminationMessagePolicy"),
                problems);
        PortRules.check(container.ports(), path.child("ports"), problems);
        EnvRules.check(container.env(), path.child("env"), problems);
        EnvRules.checkSources(container.envFrom(), path.child("envFrom"), problems);
        MountRules.check(container, volumes, path, problems);
        Checks.oneOf(container.imagePullPolicy(), PULL_POLICIES, path.child("imagePullPolicy"), problems);
        ResourceRules.checkContainer(container, spec.resourceClaims(), path, problems);
        ResourceRules.checkResizePolicy(container, spec.restartPolicy(), path, problems);
        SecurityRules.checkContainer(container.securityContext(), hostUsers, path.child("securityContext"), problems);
    }

    private void checkEphemeral(Path path) {
        var containers = spec.ephemeralContainers();
        for (int i = 0; i < containers.size(); i++) {
            checkEphemeral(i, containers.get(i), path.index(i));
        }
    }

    private void checkEphemeral(int position, EphemeralContainer ephemeral, Path path) {
        var container = ephemeral.asContainer();
        checkCommon(container, path);
        checkImage(container, path, problems);
        if (isTaken(container.name(), spec.initContainers().size()) || isTakenByEphemeral(position)) {
            problems.duplicate(path.child("name"), container.name());
        }
        var target = ephemeral.targetContainerName();
        if (!target.isEmpty() && !isTaken(target, spec.initContainers().size())) {
            problems.notFound(path.child("targetContainerName"), target);
        }
        forbid(container.lifecycle(), path, "lifecycle", NOT_EPHEMERAL);
        forbid(container.livenessProbe(), path, "livenessProbe", NOT_EPHEMERAL);
        forbid(container.readinessProbe(), path, "readinessProbe", NOT_EPHEMERAL);
        forbid(container.startupProbe(), path, "startupProbe", NOT_EPHEMERAL);
        forbid(container.restartPolicy(), path, "restartPolicy", NOT_EPHEMERAL);
        forbid(container.ports().isEmpty() ? null : container, path, "ports", NOT_EPHEMERAL);
        forbid(container.resizePolicy().isEmpty() ? null : container, path, "resizePolicy", NOT_EPHEMERAL);
        var resources = container.resources();
        boolean asks = !resources.limits().isEmpty()
                || !resources.requests().isEmpty()
                || !resources.claims().isEmpty();
        forbid(asks ? container : null, path, "resources", NOT_EPHEMERAL);
        for (int i = 0; i < container.volumeMounts().size(); i++) {
            var mount = container.volumeMounts().get(i);
            var place = path.child("volumeMounts").index(i);
            forbid(mount.subPath().isEmpty() ? null : mount, place, "subPath", NOT_EPHEMERAL);
            forbid(mount.subPathExpr().isEmpty() ? null : mount, place, "subPathExpr", NOT_EPHEMERAL);
        }
    }

    private void forbid(@Nullable Object value, Path path, String field, String why) {
        if (value != null) {
            problems.forbidden(path.child(field), why);
        }
    }

    /** Whether a regular container, or one of the first init containers, has a name. */
    private boolean isTaken(String name, int inits) {
        return isNamed(name, spec.containers(), spec.containers().size())
                || isNamed(name, spec.initContainers(), inits);
    }

    private boolean isTakenByEphemeral(int position) {
        var containers = spec.ephemeralContainers();
        for (int i = 0; i < position; i++) {
            if (containers.get(i).name().equals(containers.get(position).name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(String name, List<Container> containers, int among) {
        for (int i = 0; i < among; i++) {
            if (containers.get(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** What holds for the images of pods, and not for those of templates. */
    static void checkImages(List<Container> containers, Path path, Problems problems) {
        for (int i = 0; i < containers.size(); i++) {
            checkImage(containers.get(i), path.index(i), problems);
        }
    }

    private static void checkImage(Container container, Path path, Problems problems) {
        var image = container.image();
        if (!image.isEmpty() && (isSpace(image.charAt(0)) || isSpace(image.charAt(image.length() - 1)))) {
            problems.invalid(path.child("image"), image, "must not have leading or trailing whitespace");
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
