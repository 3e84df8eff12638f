package io.podium.api.meta;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON array.
 *
 * @param items the items, in order
 */
public record JsonArray(List<Json> items) implements Json {
    /** The array without items. */
    public static final JsonArray EMPTY = new JsonArray(List.of());

    /** Copies the items, unless they are immutable already. */
    public JsonArray {
        items = List.copyOf(items);
    }

    /**
     * An array.
     *
     * @param items its items, in order
     * @return the array
     */
    public static JsonArray of(List<? extends Json> items) {
        return items.isEmpty() ? EMPTY : new JsonArray(List.copyOf(items));
    }

    /**
     * The number of items.
     *
     * @return the number, at least 0
     */
    public int size() {
        return items.size();
    }

    /**
     * An item.
     *
     * @param index its position, from 0
     * @return the item
     * @throws IndexOutOfBoundsException if there is no such item
     */
    public Json get(int index) {
        return items.get(index);
    }

    /**
     * The array with an item replaced.
     *
     * @param index the position of the item, from 0
     * @param item the item from now on
     * @return another array
     * @throws IndexOutOfBoundsException if there is no such item
     */
    public JsonArray with(int index, Json item) {
        var changed = new ArrayList<>(items);
        changed.set(index, item);
        return of(changed);
    }

    /**
     * The array with an item put in; those from there on move back by one.
     *
     * @param index the position of the new item, from 0 to {@link #size}
     * @param item the item
     * @return another array
     * @throws IndexOutOfBoundsException if the position lies outside
     */
    public JsonArray insert(int index, Json item) {
        var changed = new ArrayList<Json>(items.size() + 1);
        changed.addAll(items);
        changed.add(index, item);
        return of(changed);
    }

    /**
     * The array with an item behind the last.
     *
     * @param item the item
     * @return another array
     */
    public JsonArray append(Json item) {
        return insert(items.size(), item);
    }

    /**
     * The array without an item; those behind it move up by one.
     *
     * @param index the position of the item, from 0
     * @return another array
     * @throws IndexOutOfBoundsException if there is no such item
     */
    public JsonArray without(int index) {
        var changed = new ArrayList<>(items);
        changed.remove(index);
        return of(changed);
    }

    @Override
    public String toString() {
        return JsonText.of(this);
    }
}
