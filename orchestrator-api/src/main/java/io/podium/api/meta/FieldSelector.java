package io.podium.api.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses objects by the values of a few fields, such as {@code spec.nodeName=n1,status.phase!=Running}. All terms must hold.
 * Which fields may be named depends on the kind; the reader of the selector checks that.
 *
 * @param terms what must hold, in the order in which it was written
 */
public record FieldSelector(List<Term> terms) {
    private static final FieldSelector EVERYTHING = new FieldSelector(List.of());

    /**
     * One comparison.
     *
     * @param field the path of the field, such as {@code metadata.name}
     * @param equal whether the value is demanded, rather than ruled out
     * @param value the value; empty also stands for a field that is not there
     */
    public record Term(String field, boolean equal, String value) {
        /** The term as it stands in a selector's text, with special characters of the value escaped. */
        @Override
        public String toString() {
            var escaped = value.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
            return field + (equal ? "=" : "!=") + escaped;
        }
    }

    /** Copies the terms. */
    public FieldSelector {
        terms = List.copyOf(terms);
    }

    /**
     * Matches every object.
     *
     * @return the selector without terms
     */
    public static FieldSelector everything() {
        return EVERYTHING;
    }

    /**
     * One field with one value.
     *
     * @param field the path of the field
     * @param value the value it must have
     * @return the selector
     */
    public static FieldSelector of(String field, String value) {
        return new FieldSelector(List.of(new Term(field, true, value)));
    }

    /**
     * Reads a selector's text, for example a {@code fieldSelector} parameter: terms with {@code =}, {@code ==} or {@code !=},
     * separated by commas. In a value the characters {@code \ , =} are escaped by {@code \}.
     *
     * @param text the text; an empty one matches everything
     * @return the selector
     * @throws IllegalArgumentException if the text is malformed
     */
    public static FieldSelector parse(String text) {
        var terms = new ArrayList<Term>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == ',') {
                if (at > start) {
                    terms.add(term(text.substring(start, at), text));
                }
                start = at + 1;
            } else if (text.charAt(at) == '\\') {
                at++; // what is escaped does not end the term
            }
        }
        if (start < text.length()) { // a backslash was the last character
            terms.add(term(text.substring(start), text));
        }
        return terms.isEmpty() ? EVERYTHING : new FieldSelector(terms);
    }

    private static Term term(String term, String selector) {
        int sign = term.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("invalid selector: '" + selector + "'; can't understand '" + term
                    + "'; write it as field=value or field!=value");
        }
        boolean equal = sign == 0 || term.charAt(sign - 1) != '!';
        int value = equal && term.startsWith("==", sign) ? sign + 2 : sign + 1;
        return new Term(term.substring(0, equal ? sign : sign - 1), equal, unescape(term.substring(value)));
    }

    private static String unescape(String value) {
        if (value.indexOf('\\') < 0 && value.indexOf('=') < 0) {
            return value;
        }
        var text = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '=' || c == ',') {
                throw new IllegalArgumentException("invalid field selector: unescaped character in value: " + (int) c);
            }
            if (c == '\\') {
                at++;
                if (at == value.length() || "\\,=".indexOf(value.charAt(at)) < 0) {
                    throw new IllegalArgumentException("invalid field selector: invalid escape sequence: "
                            + value.substring(at - 1, Math.min(at + 1, value.length())));
                }
                c = value.charAt(at);
            }
            text.append(c);
        }
        return text.toString();
    }

    /**
     * Whether the fields of an object satisfy all terms.
     *
     * @param fields gives the value of a field by its path; null counts as empty
     * @return whether the object is chosen
     */
    public boolean matches(Function<String, @Nullable String> fields) {
        for (int i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            var actual = fields.apply(term.field);
            if (term.value.equals(actual == null ? "" : actual) != term.equal) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there is no term, so that everything matches.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /**
     * The one value that a field must have, by which an index finds the candidates.
     *
     * @param field the path of the field
     * @return the value, or empty if none is demanded
     */
    public Optional<String> requiredValue(String field) {
        return terms.stream()
                .filter(t -> t.equal && t.field.equals(field))
                .map(Term::value)
                .findFirst();
    }

    /** The selector's text, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return String.join(",", terms.stream().map(Term::toString).toList());
    }
}
