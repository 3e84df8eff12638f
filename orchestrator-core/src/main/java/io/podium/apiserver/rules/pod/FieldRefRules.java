package io.podium.apiserver.rules.pod;

import io.podium.api.core.ObjectFieldSelector;
import io.podium.api.core.ResourceFieldSelector;
import io.podium.api.meta.Quantity;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Locale;

/** Checks the selectors of a pod's own fields, in environment variables and in files. */
final class FieldRefRules {
    private static final String LABELS = "metadata.labels";
    private static final String ANNOTATIONS = "metadata.annotations";

    private static final List<String> KNOWN = List.of(
            ANNOTATIONS,
            LABELS,
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.host",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final List<String> IN_ENV = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.host",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final List<String> IN_FILES =
            List.of(ANNOTATIONS, LABELS, "metadata.name", "metadata.namespace", "metadata.uid");

    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");

    private static final List<String> CPU_DIVISORS = List.of("1m", "1");
    private static final List<String> BYTE_DIVISORS =
            List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private FieldRefRules() {}

    static void checkInEnv(ObjectFieldSelector field, Path path, Problems problems) {
        check(field, IN_ENV, path, problems);
    }

    static void checkInFile(ObjectFieldSelector field, Path path, Problems problems) {
        check(field, IN_FILES, path, problems);
    }

    private static void check(ObjectFieldSelector field, List<String> allowed, Path path, Problems problems) {
        var wanted = field.fieldPath();
        if (field.apiVersion().isEmpty()) {
            problems.required(path.child("apiVersion"), "");
        } else if (wanted.isEmpty()) {
            problems.required(path.child("fieldPath"), "");
        } else if (!field.apiVersion().equals("v1")) {
            problems.invalid(
                    path.child("fieldPath"),
                    wanted,
                    "error converting fieldPath: unsupported pod version: " + field.apiVersion());
        } else if (isSubscripted(wanted)) {
            checkSubscript(wanted, path, problems);
        } else if (!KNOWN.contains(wanted)) {
            problems.invalid(
                    path.child("fieldPath"),
                    wanted,
                    "error converting fieldPath: field label not supported: " + wanted);
        } else if (!allowed.contains(wanted)) {
            problems.notSupported(path.child("fieldPath"), wanted, allowed);
        }
    }

    private static boolean isSubscripted(String wanted) {
        return wanted.endsWith("']") && wanted.indexOf("['") > 0;
    }

    private static void checkSubscript(String wanted, Path path, Problems problems) {
        int open = wanted.indexOf("['");
        var base = wanted.substring(0, open);
        var key = wanted.substring(open + 2, Math.max(open + 2, wanted.length() - 2));
        switch (base) {
            case LABELS -> problems.invalidAll(path, key, Formats.qualifiedName(key));
            case ANNOTATIONS -> problems.invalidAll(path, key, Formats.qualifiedName(key.toLowerCase(Locale.ROOT)));
            default ->
                problems.invalid(
                        path.child("fieldPath"),
                        wanted,
                        "error converting fieldPath: field label does not support subscript: " + wanted);
        }
    }

    static void check(ResourceFieldSelector field, boolean inFile, Path path, Problems problems) {
        var resource = field.resource();
        if (inFile && field.containerName().isEmpty()) {
            problems.required(path.child("containerName"), "");
        } else if (resource.isEmpty()) {
            problems.required(path.child("resource"), "");
        } else if (!RESOURCES.contains(resource) && !isHugePages(resource)) {
            problems.notSupported(path.child("resource"), resource, RESOURCES);
        }
        var divisor = field.divisor();
        if (divisor != null && !divisor.isZero()) {
            checkDivisor(resource, divisor, path, problems);
        }
    }

    private static void checkDivisor(String resource, Quantity divisor, Path path, Problems problems) {
        boolean cpu = resource.equals("limits.cpu") || resource.equals("requests.cpu");
        boolean bytes = !cpu && (RESOURCES.contains(resource) || isHugePages(resource));
        if (cpu && !CPU_DIVISORS.contains(divisor.toString())) {
            problems.invalid(
                    path.child("divisor"),
                    divisor.toString(),
                    "only divisor's values 1m and 1 are supported with the cpu resource");
        } else if (bytes && !BYTE_DIVISORS.contains(divisor.toString())) {
            problems.invalid(
                    path.child("divisor"),
                    divisor.toString(),
                    "only divisor's values " + String.join(", ", BYTE_DIVISORS) + " are supported with this resource");
        }
    }

    private static boolean isHugePages(String resource) {
        return resource.startsWith("limits." + ResourceNames.HUGE_PAGES)
                || resource.startsWith("requests." + ResourceNames.HUGE_PAGES);
    }
}
