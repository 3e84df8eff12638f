package io.podium.apiserver.rules;

import io.podium.api.core.ConfigMap;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.nio.charset.StandardCharsets;

/** ConfigMaps: keys that can be file names, at most a MiB of data, and none of it changes once it is immutable. */
final class ConfigMapRules implements KindRules<ConfigMap> {
    private static final Path DATA = Path.of("data");
    private static final Path BINARY_DATA = Path.of("binaryData");

    @Override
    public void validateCreate(ConfigMap map, Problems problems) {
        long size = 0;
        for (var entry : map.data().entrySet()) {
            checkKey(DATA, entry.getKey(), problems);
            if (map.binaryData().containsKey(entry.getKey())) {
                problems.invalid(DATA.key(entry.getKey()), entry.getKey(), "duplicate of key present in binaryData");
            }
            size += entry.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        for (var entry : map.binaryData().entrySet()) {
            checkKey(BINARY_DATA, entry.getKey(), problems);
            if (map.data().containsKey(entry.getKey())) {
                problems.invalid(BINARY_DATA.key(entry.getKey()), entry.getKey(), "duplicate of key present in data");
            }
            size += entry.getValue().length();
        }
        if (size > KeptData.MAX_BYTES) {
            problems.tooLong(Path.of(""), KeptData.MAX_BYTES);
        }
    }

    @Override
    public void validateUpdate(ConfigMap updated, ConfigMap old, Problems problems) {
        if (Boolean.TRUE.equals(old.immutable())) {
            KeptData.checkFlag(updated.immutable(), problems);
            KeptData.check(DATA, updated.data(), old.data(), problems);
            KeptData.check(BINARY_DATA, updated.binaryData(), old.binaryData(), problems);
        }
        validateCreate(updated, problems);
    }

    private static void checkKey(Path data, String key, Problems problems) {
        var wrong = Formats.configMapKey(key);
        if (!wrong.isEmpty()) {
            problems.invalidAll(data.key(key), key, wrong);
        }
    }
}
