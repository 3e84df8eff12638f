package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.EphemeralContainer;
import io.podium.api.core.PodSecurityContext;
import io.podium.api.core.PodSpec;
import io.podium.api.core.SecurityContext;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a pod for one operating system must leave to another, and what host processes on Windows need. */
final class OsRules {
    private static final List<String> NAMES = List.of("linux", "windows");
    private static final String CONTEXT = "securityContext";
    private static final String ON_LINUX = "windows options cannot be set for a linux pod";
    private static final String ON_WINDOWS = "cannot be set for a windows pod";

    private final PodSpec spec;
    private final Path path;
    private final Problems problems;

    private OsRules(PodSpec spec, Path path, Problems problems) {
        this.spec = spec;
        this.path = path;
        this.problems = problems;
    }

    static void check(PodSpec spec, Path path, Problems problems) {
        if (spec.os() != null) {
            new OsRules(spec, path, problems).checkOs(spec.os().name());
        }
        checkHostProcesses(spec, path, problems);
    }

    private void checkOs(String name) {
        if (name.isEmpty()) {
            problems.required(path.child("os").child("name"), "cannot be empty");
        } else if (name.equals("linux")) {
            var context = spec.securityContext();
            forbid(context == null ? null : context.windowsOptions(), path.child(CONTEXT), "windowsOptions", ON_LINUX);
            forEachContext(
                    spec, path, (each, place) -> forbid(each.windowsOptions(), place, "windowsOptions", ON_LINUX));
        } else if (name.equals("windows")) {
            checkWindows();
        } else {
            problems.notSupported(path.child("os").child("name"), name, NAMES);
        }
    }

    private void checkWindows() {
        if (spec.securityContext() != null) {
            checkWindows(spec.securityContext(), path.child(CONTEXT));
        }
        forbid(spec.hostUsers(), path, "hostUsers", ON_WINDOWS);
        forbid(spec.hostPID() ? spec : null, path, "hostPID", ON_WINDOWS);
        forbid(spec.hostIPC() ? spec : null, path, "hostIPC", ON_WINDOWS);
        forbid(spec.shareProcessNamespace(), path, "shareProcessNamespace", ON_WINDOWS);
        forEachContext(spec, path, this::checkWindows);
    }

    private void checkWindows(PodSecurityContext context, Path place) {
        forbid(context.appArmorProfile(), place, "appArmorProfile", ON_WINDOWS);
        forbid(context.seLinuxOptions(), place, "seLinuxOptions", ON_WINDOWS);
        forbid(context.seccompProfile(), place, "seccompProfile", ON_WINDOWS);
        forbid(context.fsGroup(), place, "fsGroup", ON_WINDOWS);
        forbid(context.fsGroupChangePolicy(), place, "fsGroupChangePolicy", ON_WINDOWS);
        forbid(context.sysctls().isEmpty() ? null : context, place, "sysctls", ON_WINDOWS);
        forbid(context.runAsUser(), place, "runAsUser", ON_WINDOWS);
        forbid(context.runAsGroup(), place, "runAsGroup", ON_WINDOWS);
        forbid(context.supplementalGroups().isEmpty() ? null : context, place, "supplementalGroups", ON_WINDOWS);
        forbid(context.supplementalGroupsPolicy(), place, "supplementalGroupsPolicy", ON_WINDOWS);
        forbid(context.seLinuxChangePolicy(), place, "seLinuxChangePolicy", ON_WINDOWS);
    }

    private void checkWindows(SecurityContext context, Path place) {
        forbid(context.appArmorProfile(), place, "appArmorProfile", ON_WINDOWS);
        forbid(context.seLinuxOptions(), place, "seLinuxOptions", ON_WINDOWS);
        forbid(context.seccompProfile(), place, "seccompProfile", ON_WINDOWS);
        forbid(context.capabilities(), place, "capabilities", ON_WINDOWS);
        forbid(context.readOnlyRootFilesystem(), place, "readOnlyRootFilesystem", ON_WINDOWS);
        forbid(context.privileged(), place, "privileged", ON_WINDOWS);
        forbid(context.allowPrivilegeEscalation(), place, "allowPrivilegeEscalation", ON_WINDOWS);
        forbid(context.procMount(), place, "procMount", ON_WINDOWS);
        forbid(context.runAsUser(), place, "runAsUser", ON_WINDOWS);
        forbid(context.runAsGroup(), place, "runAsGroup", ON_WINDOWS);
    }

    private void forbid(@Nullable Object value, Path place, String field, String why) {
        if (value != null) {
            problems.forbidden(place.child(field), why);
        }
    }

    private static void checkHostProcesses(PodSpec spec, Path path, Problems problems) {
        var ofPod = hostProcess(spec.securityContext());
        int all = 0;
        int onHost = 0;
        for (var container : spec.initContainers()) {
            all++;
            onHost += isHostProcess(ofPod, container.securityContext()) ? 1 : 0;
        }
        for (var container : spec.containers()) {
            all++;
            onHost += isHostProcess(ofPod, container.securityContext()) ? 1 : 0;
        }
        if (ofPod != null) {
            forEachContext(spec, path, (context, place) -> checkSame(ofPod, context, place, problems));
        }
        if (onHost == 0) {
            return;
        }
        if (onHost != all) {
            problems.invalid(
                    path,
                    "",
                    "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        }
        if (!spec.hostNetwork()) {
            problems.invalid(
                    path.child("hostNetwork"),
                    false,
                    "hostNetwork must be true if pod contains any hostProcess containers");
        }
    }

    private static void checkSame(boolean ofPod, SecurityContext context, Path place, Problems problems) {
        var options = context.windowsOptions();
        if (options != null && options.hostProcess() != null && options.hostProcess() != ofPod) {
            problems.invalid(
                    place.child("windowsOptions").child("hostProcess"),
                    options.hostProcess(),
                    "pod hostProcess value must be identical if both are specified, was " + ofPod);
        }
    }

    private static @Nullable Boolean hostProcess(@Nullable PodSecurityContext context) {
        return context == null || context.windowsOptions() == null
                ? null
                : context.windowsOptions().hostProcess();
    }

    private static boolean isHostProcess(@Nullable Boolean ofPod, @Nullable SecurityContext context) {
        var options = context == null ? null : context.windowsOptions();
        var own = options == null ? null : options.hostProcess();
        return own == null ? Boolean.TRUE.equals(ofPod) : own;
    }

    /** What is done with the security context of each container that has one. */
    private interface ContextCheck {
        void check(SecurityContext context, Path place);
    }

    private static void forEachContext(PodSpec spec, Path path, ContextCheck check) {
        forEachContext(spec.initContainers(), path.child("initContainers"), check);
        forEachContext(spec.containers(), path.child("containers"), check);
        var ephemeral = spec.ephemeralContainers();
        for (int i = 0; i < ephemeral.size(); i++) {
            EphemeralContainer container = ephemeral.get(i);
            if (container.securityContext() != null) {
                check.check(
                        container.securityContext(),
                        path.child("ephemeralContainers").index(i).child(CONTEXT));
            }
        }
    }

    private static void forEachContext(List<Container> containers, Path path, ContextCheck check) {
        for (int i = 0; i < containers.size(); i++) {
            var context = containers.get(i).securityContext();
            if (context != null) {
                check.check(context, path.index(i).child(CONTEXT));
            }
        }
    }
}
