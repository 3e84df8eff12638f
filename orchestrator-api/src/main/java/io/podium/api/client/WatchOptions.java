package io.podium.api.client;

import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Selector;

/**
 * Which changes to watch. A watch stays open until it is closed.
 *
 * @param labels what the labels of the objects must be
 * @param fields what their fields must be
 * @param resourceVersion the state after which to begin; empty or {@code 0} begins with all objects as added
 * @param bookmarks whether to send bookmarks now and then
 * @param initialEvents whether to begin with all objects as added and, if bookmarks are sent, one that says that they are complete
 */
public record WatchOptions(
        Selector labels, FieldSelector fields, String resourceVersion, boolean bookmarks, boolean initialEvents) {

    /** All objects, and then their changes. */
    public static final WatchOptions ALL =
            new WatchOptions(Selector.everything(), FieldSelector.everything(), "", false, false);

    /**
     * The changes after a state.
     *
     * @param version its resource version
     * @return these options from there
     */
    public WatchOptions from(String version) {
        return new WatchOptions(labels, fields, version, bookmarks, initialEvents);
    }

    /**
     * Objects with given labels.
     *
     * @param selector what their labels must be
     * @return these options, narrowed
     */
    public WatchOptions withLabels(Selector selector) {
        return new WatchOptions(selector, fields, resourceVersion, bookmarks, initialEvents);
    }

    /**
     * Objects with given fields.
     *
     * @param selector what their fields must be
     * @return these options, narrowed
     */
    public WatchOptions withFields(FieldSelector selector) {
        return new WatchOptions(labels, selector, resourceVersion, bookmarks, initialEvents);
    }

    /**
     * With bookmarks.
     *
     * @return these options, with bookmarks
     */
    public WatchOptions withBookmarks() {
        return new WatchOptions(labels, fields, resourceVersion, true, initialEvents);
    }

    /**
     * With the present objects first, and a bookmark behind them.
     *
     * @return these options, with initial events
     */
    public WatchOptions withInitialEvents() {
        return new WatchOptions(labels, fields, resourceVersion, true, true);
    }
}
