package io.podium.api.client;

import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Selector;

/**
 * Which objects to list.
 *
 * @param labels what their labels must be
 * @param fields what their fields must be
 * @param limit how many at most, 0 or less for all
 * @param continueToken where to go on, from the page before; empty for the first one
 * @param resourceVersion empty for the newest state, {@code 0} for any, else as {@code match} says
 * @param match {@code Exact}, {@code NotOlderThan}, or empty
 */
public record ListOptions(
        Selector labels, FieldSelector fields, int limit, String continueToken, String resourceVersion, String match) {

    /** All objects, as last committed. */
    public static final ListOptions ALL =
            new ListOptions(Selector.everything(), FieldSelector.everything(), 0, "", "", "");

    /**
     * Objects with given labels.
     *
     * @param selector what their labels must be
     * @return these options, narrowed
     */
    public ListOptions withLabels(Selector selector) {
        return new ListOptions(selector, fields, limit, continueToken, resourceVersion, match);
    }

    /**
     * Objects with given fields.
     *
     * @param selector what their fields must be
     * @return these options, narrowed
     */
    public ListOptions withFields(FieldSelector selector) {
        return new ListOptions(labels, selector, limit, continueToken, resourceVersion, match);
    }

    /**
     * One page.
     *
     * @param most how many objects at most, 0 for all
     * @param token where to go on, empty for the first page
     * @return these options for a page
     */
    public ListOptions page(int most, String token) {
        return new ListOptions(labels, fields, most, token, resourceVersion, match);
    }

    /**
     * Another state.
     *
     * @param version a resource version
     * @param how {@code Exact}, {@code NotOlderThan}, or empty
     * @return these options at that state
     */
    public ListOptions at(String version, String how) {
        return new ListOptions(labels, fields, limit, continueToken, version, how);
    }
}
