package io.podium.apiserver.rules.pod;

import io.podium.api.core.AppArmorProfile;
import io.podium.api.core.PodSecurityContext;
import io.podium.api.core.PodSpec;
import io.podium.api.core.SeccompProfile;
import io.podium.api.core.SecurityContext;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the security contexts of pods and containers. */
final class SecurityRules {
    private static final int MAX_PROFILE = 4095;
    private static final List<String> SECCOMP_TYPES = List.of("Localhost", "RuntimeDefault", "Unconfined");
    private static final List<String> APP_ARMOR_TYPES = List.of("Localhost", "RuntimeDefault", "Unconfined");
    private static final List<String> PROC_MOUNTS = List.of("Default", "Unmasked");
    private static final List<String> GROUP_CHANGES = List.of("Always", "OnRootMismatch");
    private static final List<String> GROUP_POLICIES = List.of("Merge", "Strict");
    private static final List<String> LABEL_CHANGES = List.of("Recursive");
    private static final String LOCAL = "localhostProfile";

    private SecurityRules() {}

    static void checkPod(PodSpec spec, Path specPath, Problems problems) {
        var context = spec.securityContext();
        if (context == null) {
            return;
        }
        var path = specPath.child("securityContext");
        Checks.id(context.fsGroup(), path, "fsGroup", problems);
        Checks.id(context.runAsUser(), path, "runAsUser", problems);
        Checks.id(context.runAsGroup(), path, "runAsGroup", problems);
        checkGroups(context.supplementalGroups(), path, problems);
        Checks.supported(
                context.supplementalGroupsPolicy(), GROUP_POLICIES, path.child("supplementalGroupsPolicy"), problems);
        if (Boolean.TRUE.equals(spec.shareProcessNamespace()) && spec.hostPID()) {
            problems.invalid(
                    path.child("shareProcessNamespace"),
                    true,
                    "ShareProcessNamespace and HostPID cannot both be enabled");
        }
        checkSysctls(spec, context, path.child("sysctls"), problems);
        Checks.supported(context.fsGroupChangePolicy(), GROUP_CHANGES, path.child("fsGroupChangePolicy"), problems);
        Checks.supported(context.seLinuxChangePolicy(), LABEL_CHANGES, path.child("seLinuxChangePolicy"), problems);
        checkSeccomp(context.seccompProfile(), path.child("seccompProfile"), problems);
        checkAppArmor(context.appArmorProfile(), path.child("appArmorProfile"), problems);
        WindowsRules.check(context.windowsOptions(), path.child("windowsOptions"), problems);
    }

    private static void checkGroups(List<Long> groups, Path path, Problems problems) {
        for (int i = 0; i < groups.size(); i++) {
            problems.invalidAll(
                    path.child("supplementalGroups").index(i),
                    groups.get(i),
                    Formats.inRange(groups.get(i), 0, Integer.MAX_VALUE));
        }
    }

    private static void checkSysctls(PodSpec spec, PodSecurityContext context, Path path, Problems problems) {
        var sysctls = context.sysctls();
        for (int i = 0; i < sysctls.size(); i++) {
            var name = sysctls.get(i).name();
            var place = path.index(i).child("name");
            if (name.isEmpty()) {
                problems.required(place, "");
                continue;
            }
            var details = Formats.sysctlName(name);
            problems.invalidAll(place, name, details);
            for (int earlier = 0; details.isEmpty() && earlier < i; earlier++) {
                if (sysctls.get(earlier).name().equals(name)) {
                    problems.duplicate(place, name);
                    break;
                }
            }
            var dotted = name.replace('/', '.');
            if (spec.hostNetwork() && dotted.startsWith("net.")) {
                problems.invalid(place, name, "may not be specified when 'hostNetwork' is true");
            }
            if (spec.hostIPC() && isOfIpc(dotted)) {
                problems.invalid(place, name, "may not be specified when 'hostIPC' is true");
            }
        }
    }

    private static boolean isOfIpc(String sysctl) {
        return sysctl.startsWith("kernel.shm")
                || sysctl.startsWith("kernel.msg")
                || sysctl.startsWith("fs.mqueue.")
                || sysctl.equals("kernel.sem");
    }

    static void checkContainer(@Nullable SecurityContext context, boolean hostUsers, Path path, Problems problems) {
        if (context == null) {
            return;
        }
        Checks.id(context.runAsUser(), path, "runAsUser", problems);
        Checks.id(context.runAsGroup(), path, "runAsGroup", problems);
        Checks.supported(context.procMount(), PROC_MOUNTS, path.child("procMount"), problems);
        if (hostUsers && "Unmasked".equals(context.procMount())) {
            problems.invalid(path.child("procMount"), "Unmasked", "`hostUsers` must be false to use `Unmasked`");
        }
        checkSeccomp(context.seccompProfile(), path.child("seccompProfile"), problems);
        if (Boolean.FALSE.equals(context.allowPrivilegeEscalation())) {
            checkNoEscalation(context, path, problems);
        }
        WindowsRules.check(context.windowsOptions(), path.child("windowsOptions"), problems);
        checkAppArmor(context.appArmorProfile(), path.child("appArmorProfile"), problems);
    }

    private static void checkNoEscalation(SecurityContext context, Path path, Problems problems) {
        if (Boolean.TRUE.equals(context.privileged())) {
            problems.invalid(path, context, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }
        if (context.capabilities() != null && context.capabilities().add().contains("CAP_SYS_ADMIN")) {
            problems.invalid(
                    path,
                    context,
                    "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
        }
    }

    private static void checkSeccomp(@Nullable SeccompProfile profile, Path path, Problems problems) {
        if (profile == null) {
            return;
        }
        if (profile.type().isEmpty()) {
            problems.required(path.child("type"), "type is required when seccompProfile is set");
        } else {
            Checks.supported(profile.type(), SECCOMP_TYPES, path.child("type"), problems);
        }
        boolean local = profile.type().equals("Localhost");
        if (!local && profile.localhostProfile() != null) {
            problems.invalid(
                    path.child(LOCAL), profile.localhostProfile(), "can only be set when seccomp type is Localhost");
        } else if (local && profile.localhostProfile() == null) {
            problems.required(path.child(LOCAL), "must be set when seccomp type is Localhost");
        } else if (local && profile.localhostProfile() != null) {
            Checks.descendingPath(profile.localhostProfile(), path.child(LOCAL), problems);
        }
    }

    private static void checkAppArmor(@Nullable AppArmorProfile profile, Path path, Problems problems) {
        if (profile == null) {
            return;
        }
        if (profile.type().isEmpty()) {
            problems.required(path.child("type"), "type is required when appArmorProfile is set");
        } else {
            Checks.supported(profile.type(), APP_ARMOR_TYPES, path.child("type"), problems);
        }
        var file = profile.localhostProfile();
        if (!profile.type().equals("Localhost")) {
            if (file != null && APP_ARMOR_TYPES.contains(profile.type())) {
                problems.invalid(path.child(LOCAL), file, "can only be set when AppArmor type is Localhost");
            }
        } else if (file == null || file.isEmpty()) {
            problems.required(path.child(LOCAL), "must be set when AppArmor type is Localhost");
        } else if (!file.strip().equals(file)) {
            problems.invalid(path.child(LOCAL), file, "must not be padded with whitespace");
        } else if (file.length() > MAX_PROFILE) {
            problems.tooLong(path.child(LOCAL), MAX_PROFILE);
        }
    }
}
