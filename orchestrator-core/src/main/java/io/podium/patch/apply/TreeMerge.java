package io.podium.patch.apply;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Sorted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merges an applied configuration into the live object: what the configuration says wins, what it does not mention stays. A value that
 * does not change stays the very same.
 */
final class TreeMerge {
    private TreeMerge() {}

    static JsonObject of(Shape shape, JsonObject live, JsonObject config) {
        return objects(shape, live, config);
    }

    private static @Nullable Json values(Shape shape, @Nullable Json live, @Nullable Json config) {
        return switch (shape.form(live, config)) {
            case LEAF -> config == null || config.equals(live) ? live : config;
            case OBJECT -> {
                var a = live instanceof JsonObject object ? object : JsonObject.EMPTY;
                var b = config instanceof JsonObject object ? object : JsonObject.EMPTY;
                yield a.isEmpty() && b.isEmpty() ? (config != null ? config : live) : objects(shape, a, b);
            }
            case LIST -> {
                var a = live instanceof JsonArray list ? list : JsonArray.EMPTY;
                var b = config instanceof JsonArray list ? list : JsonArray.EMPTY;
                yield a.size() + b.size() == 0 ? (config != null ? config : live) : new Lists(shape, a, b).merge();
            }
        };
    }

    private static JsonObject objects(Shape shape, JsonObject live, JsonObject config) {
        if (config.isEmpty()) {
            return live;
        }
        var changes = new TreeMap<String, Json>();
        config.fields().forEach((name, value) -> {
            var before = live.get(name);
            var field = values(shape.field(name), before, value);
            if (field != null && field != before) {
                changes.put(name, field);
            }
        });
        return changes.isEmpty() ? live : JsonObject.of(Sorted.withAll(live.fields(), changes));
    }

    /**
     * One merge of two lists. Elements of the configuration come in its order; those that it does not mention keep their place among
     * the live ones, as far as that order lets them.
     */
    private static final class Lists {
        private final Shape shape;
        private final JsonArray live;
        private final List<PathElement> liveOrder;
        private final List<PathElement> configOrder = new ArrayList<>();
        private final Map<PathElement, Json> liveItems = new LinkedHashMap<>();
        private final Map<PathElement, Json> configItems = new LinkedHashMap<>();
        private final Set<PathElement> duplicates = new LinkedHashSet<>();
        private final Set<PathElement> done = new LinkedHashSet<>();
        private final List<Json> merged = new ArrayList<>();

        Lists(Shape shape, JsonArray live, JsonArray config) {
            this.shape = shape;
            this.live = live;
            this.liveOrder = live.items().stream().map(shape::identify).toList();
            for (int i = 0; i < live.size(); i++) {
                if (liveItems.putIfAbsent(liveOrder.get(i), live.get(i)) != null) {
                    duplicates.add(liveOrder.get(i));
                }
            }
            for (var item : config.items()) {
                var element = shape.identify(item);
                configOrder.add(element);
                configItems.put(element, item);
            }
        }

        Json merge() {
            var shared = configOrder.stream().filter(liveItems::containsKey).iterator();
            var nextShared = shared.hasNext() ? shared.next() : null;
            int l = 0;
            int c = 0;
            while (l < liveOrder.size() || c < configOrder.size()) {
                var here = l < liveOrder.size() ? liveOrder.get(l) : null;
                var next = c < configOrder.size() ? configOrder.get(c) : null;
                if (here != null && !configItems.containsKey(here)) {
                    merged.add(live.get(l++));
                } else if (here != null
                        && next != null
                        && nextShared != null
                        && !here.equals(next)
                        && !here.equals(nextShared)) {
                    l++; // it comes where the configuration has it
                } else {
                    if (here != null && (here.equals(next) || done.contains(here))) {
                        l++;
                    }
                    if (next != null) {
                        c++;
                        add(next);
                        if (next.equals(nextShared)) {
                            nextShared = shared.hasNext() ? shared.next() : null;
                        }
                    }
                }
            }
            return isUnchanged() ? live : JsonArray.of(merged);
        }

        private boolean isUnchanged() {
            boolean unchanged = merged.size() == live.size();
            for (int i = 0; unchanged && i < live.size(); i++) {
                unchanged = merged.get(i) == live.get(i);
            }
            return unchanged;
        }

        private void add(PathElement element) {
            done.add(element);
            var before = duplicates.contains(element) ? null : liveItems.get(element);
            var item = values(shape.element(), before, configItems.get(element));
            if (item != null) {
                merged.add(item);
            }
        }
    }
}
