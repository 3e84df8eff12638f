package io.podium.api.meta;

/**
 * A value that is a whole number or a text: a port by number or name, a share as a count or a percentage. The form it was
 * given in is kept: {@code of(80)} and {@code of("80")} differ.
 */
public sealed interface IntOrString {

    /**
     * The number form.
     *
     * @param value the number
     */
    record Int(int value) implements IntOrString {
        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /**
     * The text form.
     *
     * @param value the text, such as {@code http} or {@code 25%}
     */
    record Text(String value) implements IntOrString {
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * The number form.
     *
     * @param value the number
     * @return the value
     */
    static IntOrString of(int value) {
        return new Int(value);
    }

    /**
     * The text form, even if the text is a number.
     *
     * @param value the text
     * @return the value
     */
    static IntOrString of(String value) {
        return new Text(value);
    }

    /**
     * Reads what a person typed: the number form if it is a 32-bit number, else the text form.
     *
     * @param typed for example {@code 3} or {@code 25%}
     * @return the value
     */
    static IntOrString parse(String typed) {
        try {
            return new Int(Integer.parseInt(typed));
        } catch (NumberFormatException notANumber) {
            return new Text(typed);
        }
    }

    /**
     * Whether this is digits followed by a percent sign, such as {@code 25%}.
     *
     * @return whether it is a percentage
     */
    default boolean isPercent() {
        return this instanceof Text text && Percent.isPercent(text.value);
    }

    /**
     * The number, or that percentage of a total: {@code 25%} of 10 is 2, or 3 rounded up.
     *
     * @param total what 100% is
     * @param roundUp whether a fraction counts as one more rather than as nothing
     * @return the number itself, or the share of the total
     * @throws IllegalArgumentException if this is a text that is not a percentage
     */
    default int scaled(int total, boolean roundUp) {
        return switch (this) {
            case Int number -> number.value;
            case Text text -> Percent.of(text.value, total, roundUp);
        };
    }
}
