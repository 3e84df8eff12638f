package io.podium.apiserver.rules;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of all kinds: those written for a kind, and for any other those that follow from its schema. */
public final class RuleBook {
    private final Map<Kind<?>, KindRules<?>> rules = new ConcurrentHashMap<>(); // looked up by key only

    /** A book without rules of its own. */
    public RuleBook() {}

    /**
     * Adds the rules of a kind.
     *
     * @param kind the kind
     * @param kindRules its rules
     * @param <T> the type of its objects
     * @return this book
     */
    public <T extends ApiObject<T>> RuleBook with(Kind<T> kind, KindRules<T> kindRules) {
        rules.put(kind, kindRules);
        return this;
    }

    /**
     * The rules of a kind.
     *
     * @param kind the kind
     * @param <T> the type of its objects
     * @return its own rules, or those that follow from its schema
     */
    @SuppressWarnings("unchecked") // filed under the kind of T
    public <T extends ApiObject<T>> KindRules<T> rulesOf(Kind<T> kind) {
        return (KindRules<T>) rules.computeIfAbsent(kind, key -> fromSchema(kind));
    }

    @SuppressWarnings("unchecked") // the type tells that T is DynamicObject
    private static <T extends ApiObject<T>> KindRules<?> fromSchema(Kind<T> kind) {
        return kind.type() == DynamicObject.class
                ? new DynamicRules((Kind<DynamicObject>) kind)
                : new AnyKindRules<>(kind.schema(), kind.subresources().contains("status"));
    }
}
