package io.podium.api.meta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses objects by their labels: all of its requirements must be met. It is what lists, watches and controllers match with;
 * the form that stands in objects is {@link LabelSelector}.
 *
 * <p>As text it reads like {@code app=web,tier in (a,b),!canary,rank>3}, Kubernetes' syntax. Requirements are kept sorted by key,
 * so selectors that were written in another order are equal.
 */
public final class Selector {
    private static final Selector EVERYTHING = new Selector(List.of());
    private static final Selector NOTHING = of(List.of(
            Requirement.of("none", Requirement.Operator.EXISTS),
            Requirement.of("none", Requirement.Operator.DOES_NOT_EXIST)));

    private final List<Requirement> requirements;

    private Selector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /**
     * Matches every object.
     *
     * @return the selector without requirements
     */
    public static Selector everything() {
        return EVERYTHING;
    }

    /**
     * Matches no object.
     *
     * @return a selector whose requirements contradict each other
     */
    public static Selector nothing() {
        return NOTHING;
    }

    /**
     * Reads a selector's text, for example a {@code labelSelector} parameter.
     *
     * @param text the text; a blank one matches everything
     * @return the selector
     * @throws IllegalArgumentException if the text is malformed; the message says what was found and what was expected
     */
    public static Selector parse(String text) {
        try {
            return of(new SelectorParser(text).parse());
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException("label selector \"" + text + "\": " + problem.getMessage(), problem);
        }
    }

    /**
     * Combines requirements.
     *
     * @param requirements all that must be met
     * @return the selector
     */
    public static Selector of(List<Requirement> requirements) {
        if (requirements.isEmpty()) {
            return EVERYTHING;
        }
        return new Selector(requirements.stream()
                .sorted(Comparator.comparing(Requirement::key, Sorted.ORDER))
                .toList());
    }

    /**
     * Combines labels that must be there with these values, and further requirements.
     *
     * @param matchLabels values by key
     * @param matchExpressions what else must be met
     * @return the selector
     * @throws IllegalArgumentException if a key or value is malformed
     */
    public static Selector of(Map<String, String> matchLabels, List<Requirement> matchExpressions) {
        var all = new ArrayList<>(matchExpressions);
        matchLabels.forEach((key, value) -> all.add(Requirement.of(key, Requirement.Operator.IN, value)));
        return of(all);
    }

    /**
     * One label with one value.
     *
     * @param key the key
     * @param value the value it must have
     * @return the selector
     * @throws IllegalArgumentException if key or value is malformed
     */
    public static Selector label(String key, String value) {
        return of(List.of(Requirement.of(key, Requirement.Operator.IN, value)));
    }

    /**
     * The selector that an object carries. An absent one matches nothing, an empty one everything, as in Kubernetes.
     *
     * @param selector for example {@code Deployment.spec.selector}
     * @return the selector
     * @throws IllegalArgumentException if a key, operator or value in it is malformed
     */
    public static Selector of(@Nullable LabelSelector selector) {
        if (selector == null) {
            return NOTHING;
        }
        var expressions = new ArrayList<Requirement>();
        for (var expression : selector.matchExpressions()) {
            var operator = Requirement.Operator.of(expression.operator());
            expressions.add(new Requirement(expression.key(), operator, expression.values()));
        }
        return of(selector.matchLabels(), expressions);
    }

    /**
     * Whether labels meet all requirements.
     *
     * @param labels the labels of an object
     * @return whether the object is chosen
     */
    public boolean matches(Map<String, String> labels) {
        for (int i = 0; i < requirements.size(); i++) {
            if (!requirements.get(i).matches(labels)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there is no requirement, so that everything matches.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return requirements.isEmpty();
    }

    /**
     * What must be met.
     *
     * @return the requirements, sorted by key
     */
    public List<Requirement> requirements() {
        return requirements;
    }

    /**
     * The one value that a label must have, by which an index finds the candidates.
     *
     * @param key the key of the label
     * @return the value, or empty if several or none would do
     */
    public Optional<String> requiredValue(String key) {
        return requirements.stream()
                .filter(r -> r.key().equals(key)
                        && r.operator() == Requirement.Operator.IN
                        && r.values().size() == 1)
                .map(r -> r.values().getFirst())
                .findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Selector that && requirements.equals(that.requirements);
    }

    @Override
    public int hashCode() {
        return requirements.hashCode();
    }

    /** The selector's text, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return String.join(",", requirements.stream().map(Requirement::toString).toList());
    }
}
