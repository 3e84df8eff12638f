package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of a merged list. Elements that the patch names stand in the patch's order, all others in the order they had, and the two
 * are woven together: an element that the patch does not name stays in front of the first one that it was in front of.
 */
final class ElementOrder {
    private final String key;

    /**
     * An order.
     *
     * @param key the field that identifies an element, empty for scalars
     */
    ElementOrder(String key) {
        this.key = key;
    }

    /**
     * Arranges a merged list.
     *
     * @param merged its elements
     * @param order the elements that the patch names, in its order
     * @param before the list before the patch
     */
    List<Json> arrange(List<Json> merged, List<Json> order, List<Json> before) {
        var ranks = ranks(order);
        var named = new ArrayList<Json>();
        var others = new ArrayList<Json>();
        for (var item : merged) {
            (ranks.containsKey(identity(item)) ? named : others).add(item);
        }
        var oldRanks = ranks(before);
        named.sort(Comparator.comparingInt(item -> rank(ranks, item)));
        others.sort(Comparator.comparingInt(item -> rank(oldRanks, item)));
        return weave(others, named, oldRanks);
    }

    private List<Json> weave(List<Json> others, List<Json> named, Map<Json, Integer> oldRanks) {
        var woven = new ArrayList<Json>(others.size() + named.size());
        int other = 0;
        for (var item : named) {
            int rank = rank(oldRanks, item);
            while (other < others.size() && rank(oldRanks, others.get(other)) < rank && rank != ABSENT) {
                woven.add(others.get(other++));
            }
            woven.add(item);
        }
        woven.addAll(others.subList(other, others.size()));
        return woven;
    }

    private static final int ABSENT = Integer.MAX_VALUE;

    private int rank(Map<Json, Integer> ranks, Json item) {
        return ranks.getOrDefault(identity(item), ABSENT);
    }

    private Map<Json, Integer> ranks(List<Json> items) {
        var ranks = new LinkedHashMap<Json, Integer>();
        for (var item : items) {
            ranks.putIfAbsent(identity(item), ranks.size());
        }
        return ranks;
    }

    private Json identity(Json item) {
        return key.isEmpty() ? item : keyOf(item, key);
    }

    static Json keyOf(Json item, String key) {
        var value = object(item).get(key);
        if (value == null) {
            throw PatchException.malformed("map: " + item + " does not contain declared merge key: " + key);
        }
        return value;
    }

    static JsonObject object(Json item) {
        if (item instanceof JsonObject object) {
            return object;
        }
        throw PatchException.malformed("list element " + item + " is not a map");
    }
}
