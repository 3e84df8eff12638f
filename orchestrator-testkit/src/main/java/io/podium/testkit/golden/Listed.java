package io.podium.testkit.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The committed cases that are known not to agree, each with its reason: lines of file, case and reason, separated by tabs. */
final class Listed {
    private static final String UNEXPLAINED = "not looked into yet";

    private final Map<String, String> reasons = new TreeMap<>();

    /** The list that stands beside the committed recordings. */
    static Listed committed() {
        var listed = new Listed();
        var resource = Listed.class.getResourceAsStream("listed.tsv");
        if (resource == null) {
            return listed;
        }
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(listed::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return listed;
    }

    private void read(String line) {
        int reason = line.lastIndexOf('\t');
        reasons.put(line.substring(0, reason), line.substring(reason + 1));
    }

    /** Why a case does not agree, if it is listed. */
    Optional<String> reason(Verdict verdict) {
        return Optional.ofNullable(reasons.get(key(verdict)));
    }

    /** What names a case in the list. */
    static String key(Verdict verdict) {
        return verdict.file() + "\t" + verdict.id();
    }

    /** What is listed of a recording. */
    List<String> keysOf(Replay replay) {
        return reasons.keySet().stream()
                .filter(key -> key.startsWith(replay.title() + "\t") || key.startsWith(replay.title() + "/"))
                .toList();
    }

    /** The text of a list of the cases that differ now, with the reasons known so far. */
    String updated(Collection<Verdict> differing) {
        var lines = new TreeMap<String, String>();
        for (var verdict : differing) {
            lines.put(key(verdict), reason(verdict).orElse(UNEXPLAINED));
        }
        var text = new StringBuilder();
        lines.forEach(
                (key, reason) -> text.append(key).append('\t').append(reason).append('\n'));
        return text.toString();
    }
}
