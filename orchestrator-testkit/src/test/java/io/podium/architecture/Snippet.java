package io.podium.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines that a document shows: a whole file, or its region between a line {@code snippet:NAME} and a line
 * {@code end}, both behind the comment sign of the file's language, less the indent that all its lines share.
 */
final class Snippet {

    private static final String COMMENT = "\\s*(//|#|<!--)\\s*";
    private static final Pattern END = Pattern.compile(COMMENT + "end\\s*(-->)?\\s*");

    private Snippet() {}

    /**
     * Reads what a reference names.
     *
     * @param root the directory that references are relative to
     * @param reference {@code path} or {@code path#region}
     * @throws IllegalArgumentException if the file or the region does not exist, or the region has no end
     */
    static List<String> read(Path root, String reference) throws IOException {
        int hash = reference.indexOf('#');
        Path file = root.resolve(hash < 0 ? reference : reference.substring(0, hash));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("snippet " + reference + ": there is no such file");
        }
        List<String> lines = Files.readAllLines(file);
        return hash < 0 ? lines : withoutIndent(region(reference, reference.substring(hash + 1), lines));
    }

    private static List<String> region(String reference, String name, List<String> lines) {
        Pattern start = Pattern.compile(COMMENT + "snippet:" + Pattern.quote(name) + "\\s*(-->)?\\s*");
        var region = new ArrayList<String>();
        boolean inside = false;
        for (String line : lines) {
            if (inside && END.matcher(line).matches()) {
                return region;
            }
            if (inside) {
                region.add(line);
            }
            inside |= start.matcher(line).matches();
        }
        throw new IllegalArgumentException(
                "snippet " + reference + (inside ? ": the region has no end" : ": the file has no such region"));
    }

    private static List<String> withoutIndent(List<String> lines) {
        int shared = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(Snippet::indent)
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(shared))
                .toList();
    }

    private static int indent(String line) {
        Matcher spaces = Pattern.compile("^ *").matcher(line);
        return spaces.find() ? spaces.end() : 0;
    }
}
