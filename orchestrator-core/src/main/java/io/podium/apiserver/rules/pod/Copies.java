package io.podium.apiserver.rules.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists in which single elements change. */
final class Copies {
    private Copies() {}

    /** The list with each element changed; the same reference if every element stays the same reference. */
    static <E> List<E> of(List<E> list, UnaryOperator<E> change) {
        for (int i = 0; i < list.size(); i++) {
            var element = list.get(i);
            var changed = change.apply(element);
            if (changed != element) {
                return changedFrom(i, changed, list, change);
            }
        }
        return list;
    }

    private static <E> List<E> changedFrom(int first, E changed, List<E> list, UnaryOperator<E> change) {
        var copy = new ArrayList<>(list);
        copy.set(first, changed);
        for (int i = first + 1; i < list.size(); i++) {
            copy.set(i, change.apply(list.get(i)));
        }
        return List.copyOf(copy);
    }
}
