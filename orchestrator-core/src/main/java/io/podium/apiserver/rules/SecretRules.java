package io.podium.apiserver.rules;

import io.podium.api.core.Secret;
import io.podium.api.meta.Bytes;
import io.podium.api.meta.JsonNull;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import io.podium.codec.DecodingException;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import java.util.Map;
import java.util.function.Function;

/** Secrets: what was written as text is kept as bytes, and each type demands its keys. */
final class SecretRules implements KindRules<Secret> {
    private static final Path DATA = Path.of("data");
    private static final Path TYPE = Path.of("type");
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    @Override
    public Secret defaults(Secret secret) {
        var result = secret;
        if (!secret.stringData().isEmpty()) {
            var data = Sorted.<Bytes>builder();
            secret.data().forEach(data::put);
            secret.stringData().forEach((key, text) -> data.put(key, Bytes.ofUtf8(text)));
            result = result.withData(data.build()).withStringData(Sorted.empty());
        }
        return result.type().isEmpty() ? result.withType("Opaque") : result;
    }

    @Override
    public void validateCreate(Secret secret, Problems problems) {
        long size = 0;
        for (var entry : secret.data().entrySet()) {
            var wrong = Formats.configMapKey(entry.getKey());
            if (!wrong.isEmpty()) {
                problems.invalidAll(DATA.key(entry.getKey()), entry.getKey(), wrong);
            }
            size += entry.getValue().length();
        }
        if (size > KeptData.MAX_BYTES) {
            problems.tooLong(DATA, KeptData.MAX_BYTES);
        }
        checkType(secret, problems);
    }

    @Override
    public void validateUpdate(Secret updated, Secret old, Problems problems) {
        Checks.immutable(TYPE, updated.type(), old.type(), problems);
        if (Boolean.TRUE.equals(old.immutable())) {
            KeptData.checkFlag(updated.immutable(), problems);
            KeptData.check(DATA, updated.data(), old.data(), problems);
        }
        validateCreate(updated, problems);
    }

    @Override
    public Map<String, Function<Secret, String>> selectableFields() {
        return Sorted.of("type", Secret::type);
    }

    private static void checkType(Secret secret, Problems problems) {
        switch (secret.type()) {
            case "kubernetes.io/service-account-token" -> {
                if (secret.metadata().annotations().getOrDefault(ACCOUNT, "").isEmpty()) {
                    problems.required(Path.of("metadata").child("annotations").key(ACCOUNT), "");
                }
            }
            case "kubernetes.io/dockercfg" -> requireJson(secret, ".dockercfg", problems);
            case "kubernetes.io/dockerconfigjson" -> requireJson(secret, ".dockerconfigjson", problems);
            case "kubernetes.io/basic-auth" -> {
                if (!secret.data().containsKey("username") && !secret.data().containsKey("password")) {
                    problems.required(DATA.key("username"), "");
                    problems.required(DATA.key("password"), "");
                }
            }
            case "kubernetes.io/ssh-auth" -> {
                if (secret.data().getOrDefault("ssh-privatekey", Bytes.EMPTY).isEmpty()) {
                    problems.required(DATA.key("ssh-privatekey"), "");
                }
            }
            case "kubernetes.io/tls" -> {
                require(secret, "tls.crt", problems);
                require(secret, "tls.key", problems);
            }
            default -> {
                // any other type is its user's own affair
            }
        }
    }

    private static boolean require(Secret secret, String key, Problems problems) {
        boolean present = secret.data().containsKey(key);
        if (!present) {
            problems.required(DATA.key(key), "");
        }
        return present;
    }

    private static void requireJson(Secret secret, String key, Problems problems) {
        if (!require(secret, key, problems)) {
            return;
        }
        var content = secret.data().getOrDefault(key, Bytes.EMPTY);
        try {
            var tree = JsonReader.plain().readTree(content.toArray(), Strictness.ignoring());
            if (!(tree instanceof JsonObject) && !(tree instanceof JsonNull)) {
                problems.invalid(DATA.key(key), "<secret contents redacted>", "must be a JSON object");
            }
        } catch (DecodingException e) {
            problems.invalid(DATA.key(key), "<secret contents redacted>", e.getMessage());
        }
    }
}
