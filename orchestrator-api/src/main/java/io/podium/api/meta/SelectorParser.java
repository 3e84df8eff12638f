package io.podium.api.meta;

import io.podium.api.meta.Requirement.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a label selector: requirements separated by commas. Tokens are {@code ! = == != > < ( ) ,} and words, which
 * are everything else up to white space; {@code in} and {@code notin} are operators only where an operator may stand.
 */
final class SelectorParser {
    private static final String SYMBOLS = "!=()><,";
    private static final String END = "";

    private final String text;
    private int at;
    private String token = END;

    SelectorParser(String text) {
        this.text = text;
        advance();
    }

    List<Requirement> parse() {
        var requirements = new ArrayList<Requirement>();
        if (atEnd()) {
            return requirements;
        }
        if (!startsRequirement()) {
            throw expected("!, identifier, or 'end of string'");
        }
        requirements.add(requirement());
        while (!atEnd()) {
            if (!accept(",")) {
                throw expected("',' or 'end of string'");
            }
            if (!startsRequirement()) {
                throw expected("identifier after ','");
            }
            requirements.add(requirement());
        }
        return requirements;
    }

    private Requirement requirement() {
        try {
            boolean absent = accept("!");
            var key = word("identifier");
            if (absent) {
                return Requirement.of(key, Operator.DOES_NOT_EXIST);
            }
            if (atEnd() || token.equals(",")) {
                return Requirement.of(key, Operator.EXISTS);
            }
            Requirement.of(key, Operator.EXISTS); // a malformed key is worth saying before what follows it
            return compared(key);
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException("unable to parse requirement: " + problem.getMessage(), problem);
        }
    }

    private Requirement compared(String key) {
        var operator = token;
        switch (operator) {
            case "in", "notin", "=", "==", "!=", ">", "<" -> advance();
            default -> throw expected("in, notin, =, ==, !=, gt, lt");
        }
        return switch (operator) {
            case "in" -> new Requirement(key, Operator.IN, values());
            case "notin" -> new Requirement(key, Operator.NOT_IN, values());
            case "!=" -> Requirement.of(key, Operator.NOT_IN, value());
            case ">" -> Requirement.of(key, Operator.GREATER_THAN, value());
            case "<" -> Requirement.of(key, Operator.LESS_THAN, value());
            default -> Requirement.of(key, Operator.IN, value());
        };
    }

    /** The value after an operator; nothing at all stands for the empty value. */
    private String value() {
        return atEnd() || token.equals(",") ? "" : word("identifier");
    }

    /** Values in parentheses; where one is left out it is empty. */
    private List<String> values() {
        if (!accept("(")) {
            throw expected("'('");
        }
        var values = new ArrayList<String>();
        int empty = 0;
        do {
            empty = isWord() ? 0 : empty + 1;
            values.add(isWord() ? word("identifier") : "");
        } while (accept(","));
        boolean pairs = empty > 1 && (empty == values.size() ? empty - 1 : empty) % 2 == 0;
        if (pairs || !accept(")")) { // Kubernetes takes two commas at once, and what follows them must be a value
            throw expected("',' or ')'");
        }
        return values;
    }

    private boolean startsRequirement() {
        return isWord() || token.equals("!");
    }

    private boolean isWord() {
        return !atEnd() && SYMBOLS.indexOf(token.charAt(0)) < 0;
    }

    private String word(String expectation) {
        if (!isWord()) {
            throw expected(expectation);
        }
        var word = token;
        advance();
        return word;
    }

    private boolean accept(String symbol) {
        if (!token.equals(symbol)) {
            return false;
        }
        advance();
        return true;
    }

    private boolean atEnd() {
        return token.isEmpty();
    }

    private void advance() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at < text.length() && SYMBOLS.indexOf(text.charAt(at)) >= 0) {
            at += text.startsWith("==", at) || text.startsWith("!=", at) ? 2 : 1;
        } else {
            while (at < text.length() && !isSpace(text.charAt(at)) && SYMBOLS.indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        token = text.substring(start, at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("found '" + token + "', expected: " + what);
    }
}
