package io.podium.apiserver.rules.pod;

import io.podium.api.core.KeyToPath;
import io.podium.api.core.ProjectedVolumeSource;
import io.podium.api.core.ServiceAccountTokenProjection;
import io.podium.api.core.VolumeProjection;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.TreeSet;

/** Checks volumes that bring several sources together, no two of which may want the same file; tokens may, as Kubernetes does not look. */
final class ProjectedRules {
    private static final long MIN_TOKEN_SECONDS = 600;
    private static final long MAX_TOKEN_SECONDS = 1L << 32;

    private final Path volume;
    private final Problems problems;
    private final TreeSet<String> files = new TreeSet<>();

    private ProjectedRules(Path volume, Problems problems) {
        this.volume = volume;
        this.problems = problems;
    }

    static void check(ProjectedVolumeSource source, Path path, Problems problems) {
        Checks.mode(source.defaultMode(), path, "defaultMode", problems);
        var rules = new ProjectedRules(path, problems);
        for (int i = 0; i < source.sources().size(); i++) {
            rules.check(source.sources().get(i), path.child("sources").index(i));
        }
    }

    private void check(VolumeProjection source, Path path) {
        int count = 0;
        if (source.secret() != null) {
            count++;
            checkItems(source.secret().name(), source.secret().items(), path.child("secret"));
        }
        if (source.configMap() != null) {
            count++;
            checkItems(source.configMap().name(), source.configMap().items(), path.child("configMap"));
        }
        if (source.downwardAPI() != null) {
            count++;
            for (var file : source.downwardAPI().items()) {
                VolumeRules.checkFile(file, path.child("downwardAPI"), problems);
                take(file.path(), file.path());
            }
        }
        if (source.serviceAccountToken() != null) {
            count++;
            checkToken(source.serviceAccountToken(), path.child("serviceAccountToken"));
        }
        if (count > 1) {
            problems.forbidden(path, "may not specify more than 1 volume type per source");
        }
    }

    private void checkItems(String name, List<KeyToPath> items, Path path) {
        Checks.required(name, path, "name", problems);
        VolumeRules.checkItems(items, path, problems);
        for (var item : items) {
            take(item.path(), name);
        }
    }

    private void checkToken(ServiceAccountTokenProjection token, Path path) {
        if (token.path().isEmpty()) {
            problems.required(volume.child("path"), "");
        } else {
            Checks.unreservedPath(token.path(), volume.child("path"), problems);
        }
        long seconds = token.expirationSeconds() == null ? 0 : token.expirationSeconds();
        if (seconds < MIN_TOKEN_SECONDS) {
            problems.invalid(
                    path.child("expirationSeconds"), seconds, "may not specify a duration less than 10 minutes");
        } else if (seconds > MAX_TOKEN_SECONDS) {
            problems.invalid(
                    path.child("expirationSeconds"), seconds, "may not specify a duration larger than 2^32 seconds");
        }
    }

    private void take(String file, String source) {
        if (!file.isEmpty() && !files.add(file)) {
            problems.invalid(volume, source, "conflicting duplicate paths");
        }
    }
}
