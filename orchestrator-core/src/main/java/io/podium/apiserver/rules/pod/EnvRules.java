package io.podium.apiserver.rules.pod;

import io.podium.api.core.EnvFromSource;
import io.podium.api.core.EnvVar;
import io.podium.api.core.EnvVarSource;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.NameRule;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** Checks the environment of containers. */
final class EnvRules {
    private EnvRules() {}

    static void check(List<EnvVar> variables, Path path, Problems problems) {
        for (int i = 0; i < variables.size(); i++) {
            check(variables.get(i), path.index(i), problems);
        }
    }

    private static void check(EnvVar variable, Path path, Problems problems) {
        if (variable.name().isEmpty()) {
            problems.required(path.child("name"), "");
        } else {
            problems.invalidAll(path.child("name"), variable.name(), Formats.envVarName(variable.name()));
        }
        var source = variable.valueFrom();
        if (source != null) {
            checkSource(source, !variable.value().isEmpty(), path.child("valueFrom"), problems);
        }
    }

    private static void checkSource(EnvVarSource source, boolean hasValue, Path path, Problems problems) {
        if (source.fieldRef() != null) {
            FieldRefRules.checkInEnv(source.fieldRef(), path.child("fieldRef"), problems);
        }
        if (source.resourceFieldRef() != null) {
            FieldRefRules.check(source.resourceFieldRef(), false, path.child("resourceFieldRef"), problems);
        }
        if (source.configMapKeyRef() != null) {
            var ref = source.configMapKeyRef();
            checkKeyRef(ref.name(), ref.key(), path.child("configMapKeyRef"), problems);
        }
        if (source.secretKeyRef() != null) {
            var ref = source.secretKeyRef();
            checkKeyRef(ref.name(), ref.key(), path.child("secretKeyRef"), problems);
        }
        int count = (source.fieldRef() == null ? 0 : 1)
                + (source.resourceFieldRef() == null ? 0 : 1)
                + (source.configMapKeyRef() == null ? 0 : 1)
                + (source.secretKeyRef() == null ? 0 : 1);
        if (count == 0) {
            problems.invalid(
                    path,
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`");
        } else if (hasValue) {
            problems.invalid(path, "", "may not be specified when `value` is not empty");
        } else if (count > 1) {
            problems.invalid(path, "", "may not have more than one field specified at a time");
        }
    }

    private static void checkKeyRef(String name, String key, Path path, Problems problems) {
        problems.invalidAll(path.child("name"), name, Formats.dns1123Subdomain(name));
        if (key.isEmpty()) {
            problems.required(path.child("key"), "");
        } else {
            problems.invalidAll(path.child("key"), key, Formats.configMapKey(key));
        }
    }

    /** Checks sources of many variables. That one names nothing, or too much, is a problem of the whole list. */
    static void checkSources(List<EnvFromSource> sources, Path path, Problems problems) {
        for (int i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            if (!source.prefix().isEmpty()) {
                problems.invalidAll(
                        path.index(i).child("prefix"), source.prefix(), Formats.envVarName(source.prefix()));
            }
            if (source.configMapRef() != null) {
                checkSourceName(source.configMapRef().name(), path.index(i).child("configMapRef"), problems);
            }
            if (source.secretRef() != null) {
                checkSourceName(source.secretRef().name(), path.index(i).child("secretRef"), problems);
            }
            if (source.configMapRef() == null && source.secretRef() == null) {
                problems.invalid(path, "", "must specify one of: `configMapRef` or `secretRef`");
            } else if (source.configMapRef() != null && source.secretRef() != null) {
                problems.invalid(path, "", "may not have more than one field specified at a time");
            }
        }
    }

    /** The name may end with a dash, as if it were the beginning of one: that is how Kubernetes looks at it. */
    private static void checkSourceName(String name, Path path, Problems problems) {
        Checks.required(name, path, "name", problems);
        if (!name.isEmpty()) {
            problems.invalidAll(path.child("name"), name, NameRule.SUBDOMAIN.prefixProblems(name));
        }
    }
}
