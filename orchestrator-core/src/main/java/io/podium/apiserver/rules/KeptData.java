package io.podium.apiserver.rules;

import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of ConfigMaps and Secrets, which may be declared immutable. */
final class KeptData {
    /** The most data that one object may hold. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final Path IMMUTABLE = Path.of("immutable");
    private static final String WHY = "field is immutable when `immutable` is set";

    private KeptData() {}

    /** Immutable stays so. */
    static void checkFlag(@Nullable Boolean now, Problems problems) {
        if (!Boolean.TRUE.equals(now)) {
            problems.forbidden(IMMUTABLE, WHY);
        }
    }

    /** Data of an immutable object stays as it is. */
    static void check(Path path, Map<String, ?> now, Map<String, ?> before, Problems problems) {
        if (!now.equals(before)) {
            problems.forbidden(path, WHY);
        }
    }
}
