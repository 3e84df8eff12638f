package io.podium.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of code in a document.
 *
 * @param document the file it stands in
 * @param line the line of its opening fence, from 1
 * @param language what follows the opening fence, for example {@code java}; may be empty
 * @param marker the HTML comment on the line before the fence, without its delimiters; empty if there is none
 * @param lines the lines between the fences
 */
record CodeBlock(Path document, int line, String language, Optional<String> marker, List<String> lines) {

    private static final Pattern MARKER = Pattern.compile("<!-- (.+) -->");
    private static final String FENCE = "```";

    static List<CodeBlock> of(Path document, List<String> text) {
        var blocks = new ArrayList<CodeBlock>();
        for (int open = 0; open < text.size(); open++) {
            if (text.get(open).startsWith(FENCE)) {
                int close = closingFence(document, text, open);
                blocks.add(new CodeBlock(
                        document,
                        open + 1,
                        text.get(open).substring(FENCE.length()).strip(),
                        open == 0 ? Optional.empty() : marker(text.get(open - 1)),
                        List.copyOf(text.subList(open + 1, close))));
                open = close;
            }
        }
        return List.copyOf(blocks);
    }

    /** Where to look: the document and the line. */
    String position() {
        return document.getFileName() + ":" + line;
    }

    private static int closingFence(Path document, List<String> text, int open) {
        for (int line = open + 1; line < text.size(); line++) {
            if (text.get(line).strip().equals(FENCE)) {
                return line;
            }
        }
        throw new IllegalArgumentException(document + ":" + (open + 1) + ": the code block is never closed");
    }

    private static Optional<String> marker(String line) {
        Matcher matcher = MARKER.matcher(line.strip());
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
