package io.podium.testkit.golden.lifecycle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The cases that are not expected to agree: lines of name and reason, separated by a tab. */
final class ListedCases {
    private static final String FILE = "listed-lifecycle.tsv";

    private final Map<String, String> reasons = new TreeMap<>();

    /** The list that comes with the test kit. */
    static ListedCases committed() {
        var listed = new ListedCases();
        var resource = ListedCases.class.getResourceAsStream(FILE);
        if (resource == null) {
            throw new IllegalStateException("the list " + FILE + " is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(listed::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return listed;
    }

    private void read(String line) {
        int tab = line.indexOf('\t');
        reasons.put(line.substring(0, tab), line.substring(tab + 1));
    }

    /** Why a case is listed, if it is. */
    Optional<String> reason(String name) {
        return Optional.ofNullable(reasons.get(name));
    }

    /** The names. */
    Set<String> names() {
        return reasons.keySet();
    }
}
