package io.podium.agent;

import io.podium.api.core.ConfigMap;
import io.podium.api.core.Container;
import io.podium.api.core.EnvFromSource;
import io.podium.api.core.EnvVar;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.ContainerSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one container, as Kubernetes makes them: {@code envFrom}, then {@code env} in order, each seeing those before it; services
 * where nothing else has the name; and what the runtime sets, which has the last place.
 */
final class Environment {
    private static final Environment EMPTY = new Environment(Map.of(), Map.of(), Map.of());

    private final Map<String, String> own;
    private final Map<String, String> services;
    private final Map<String, String> ofRuntime;

    private Environment(Map<String, String> own, Map<String, String> services, Map<String, String> ofRuntime) {
        this.own = own;
        this.services = services;
        this.ofRuntime = ofRuntime;
    }

    static Environment of(Pod pod, Container container, PodRun run, Site site) throws ConfigFailure {
        if (site.instant() && container.env().isEmpty() && container.envFrom().isEmpty()) {
            return EMPTY;
        }
        var services = site.instant() ? Map.<String, String>of() : ServiceVariables.of(pod, site.client());
        var environment = new Environment(new LinkedHashMap<>(), services, run.variables(container.name()));
        for (var source : container.envFrom()) {
            environment.addAll(source, pod, site);
        }
        var fields = new FieldValues(pod, run, site);
        for (var variable : container.env()) {
            environment.add(variable, container, fields, site);
        }
        return environment;
    }

    private void addAll(EnvFromSource source, Pod pod, Site site) throws ConfigFailure {
        if (source.configMapRef() != null) {
            var reference = source.configMapRef();
            var map = Sources.configMap(site, pod.namespace(), reference.name(), reference.optional());
            if (map != null) {
                map.data().forEach((key, value) -> own.put(source.prefix() + key, value));
            }
        }
        if (source.secretRef() != null) {
            var reference = source.secretRef();
            var secret = Sources.secret(site, pod.namespace(), reference.name(), reference.optional());
            if (secret != null) {
                secret.data().forEach((key, value) -> own.put(source.prefix() + key, value.toUtf8()));
            }
        }
    }

    private void add(EnvVar variable, Container container, FieldValues fields, Site site) throws ConfigFailure {
        var value = value(variable, container, fields, site);
        if (value != null) {
            own.remove(variable.name()); // the newest comes last
            own.put(variable.name(), value);
        }
    }

    private @Nullable String value(EnvVar variable, Container container, FieldValues fields, Site site)
            throws ConfigFailure {
        var source = variable.valueFrom();
        if (source == null) {
            return Expansion.expand(variable.value(), this::get);
        }
        if (source.fieldRef() != null) {
            return fields.field(source.fieldRef().fieldPath());
        }
        if (source.resourceFieldRef() != null) {
            return fields.resource(source.resourceFieldRef(), container);
        }
        var namespace = fields.pod().namespace();
        if (source.configMapKeyRef() != null) {
            var reference = source.configMapKeyRef();
            var map = Sources.configMap(site, namespace, reference.name(), reference.optional());
            return map == null ? null : key(map, reference.key(), reference.optional());
        }
        if (source.secretKeyRef() != null) {
            var reference = source.secretKeyRef();
            var secret = Sources.secret(site, namespace, reference.name(), reference.optional());
            return secret == null ? null : key(secret, reference.key(), reference.optional());
        }
        return null;
    }

    private static @Nullable String key(ConfigMap map, String key, @Nullable Boolean optional) throws ConfigFailure {
        var value = map.data().get(key);
        if (value == null && !Boolean.TRUE.equals(optional)) {
            throw missing(key, "ConfigMap", map.key());
        }
        return value;
    }

    private static @Nullable String key(Secret secret, String key, @Nullable Boolean optional) throws ConfigFailure {
        var value = secret.data().get(key);
        if (value == null && !Boolean.TRUE.equals(optional)) {
            throw missing(key, "Secret", secret.key());
        }
        return value == null ? null : value.toUtf8();
    }

    private static ConfigFailure missing(String key, String kind, ObjectKey object) {
        return new ConfigFailure("couldn't find key " + key + " in " + kind + " " + object);
    }

    @Nullable
    String get(String name) {
        var value = own.get(name);
        if (value == null) {
            value = services.get(name);
        }
        return value != null ? value : ofRuntime.get(name);
    }

    private String expand(String text) {
        return Expansion.expand(text, this::get);
    }

    /** Expands a text in which every variable must have a value. */
    String expandAll(String text) throws ConfigFailure {
        return Expansion.expandAll(text, this::get);
    }

    List<String> expand(List<String> words) {
        return words.isEmpty() ? words : words.stream().map(this::expand).toList();
    }

    List<ContainerSpec.Variable> variables() {
        if (own.isEmpty() && services.isEmpty()) {
            return List.of();
        }
        var variables = new ArrayList<ContainerSpec.Variable>(own.size() + services.size());
        services.forEach((name, value) -> {
            if (!own.containsKey(name)) {
                variables.add(new ContainerSpec.Variable(name, value));
            }
        });
        own.forEach((name, value) -> variables.add(new ContainerSpec.Variable(name, value)));
        return variables;
    }
}
