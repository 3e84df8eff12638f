package io.podium.apiserver;

import io.podium.api.client.ListOptions;
import io.podium.api.client.ObjectList;
import io.podium.api.client.Scope;
import io.podium.api.client.WatchOptions;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Selector;
import io.podium.api.store.CompactedException;
import io.podium.api.store.FutureRevisionException;
import io.podium.api.store.Page;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.cache.CacheWatch;
import io.podium.cache.StorageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists and watches the objects of one kind.
 *
 * @param <T> the type of the objects
 */
final class Reads<T extends ApiObject<T>> {
    private static final int CHUNK = 500;

    private final Registry<T> registry;
    private final SelectableFields<T> fields;

    Reads(Registry<T> registry) {
        this.registry = registry;
        this.fields = new SelectableFields<>(registry.kind(), registry.rules());
    }

    ObjectList<T> list(String namespace, ListOptions options) {
        ListOptionRules.check(options);
        var filter = filter(options.labels(), options.fields());
        var query = query(StorageKeys.prefix(registry.kind(), namespace), options);
        if (options.limit() <= 0 || isOfAnyVersion(options)) {
            var page = range(query);
            return new ObjectList<>(objects(page, filter), version(page), "", null);
        }
        boolean all = options.labels().isEmpty() && options.fields().isEmpty();
        return page(query, filter, options.limit(), all);
    }

    /** Whether a list may be of any version: Kubernetes has that at hand, and gives it whole, whatever the limit. */
    private static boolean isOfAnyVersion(ListOptions options) {
        return options.resourceVersion().equals("0") && options.continueToken().isEmpty();
    }

    CacheWatch<T> watch(String namespace, WatchOptions options, Dispatcher dispatcher) {
        var filter = filter(options.labels(), options.fields());
        Scope scope = namespace.isEmpty() ? Scope.ALL : new Scope.InNamespace(namespace);
        Predicate<T> inNamespace =
                namespace.isEmpty() ? filter : object -> object.namespace().equals(namespace) && filter.test(object);
        var watch = CacheWatch.open(registry.cache(), scope, inNamespace, startOf(options), dispatcher);
        if (options.initialEvents() && options.bookmarks()) {
            watch.bookmarkInitialEvents();
        }
        return watch;
    }

    Predicate<T> filter(Selector labels, FieldSelector fieldSelector) {
        Predicate<T> byField = fields.filter(fieldSelector);
        if (labels.isEmpty()) {
            return byField;
        }
        return object -> labels.matches(object.metadata().labels()) && byField.test(object);
    }

    private @Nullable Long startOf(WatchOptions options) {
        var version = options.resourceVersion();
        if (options.initialEvents() || version.isEmpty() || version.equals("0")) {
            return null;
        }
        return ListOptionRules.parse(version);
    }

    private RangeQuery query(String prefix, ListOptions options) {
        var query = RangeQuery.prefix(prefix);
        if (!options.continueToken().isEmpty()) {
            refuseVersionBesideToken(options.resourceVersion());
            var token = ContinueToken.parse(options.continueToken(), prefix);
            return query.after(token.lastKey()).at(new Revision(token.revision()));
        }
        var version = options.resourceVersion();
        if (version.isEmpty() || version.equals("0")) {
            return query.at(registry.store().revision());
        }
        long wanted = ListOptionRules.parse(version);
        long present = registry.store().revision().value();
        if (wanted > present) {
            throw Failures.resourceVersionTooLarge(version, present);
        }
        return query.at(
                isExact(options) ? new Revision(wanted) : registry.store().revision());
    }

    /** Whether a version is the one wanted, not the oldest: so it always was for pages. */
    private static boolean isExact(ListOptions options) {
        return options.match().equals("Exact") || options.match().isEmpty() && options.limit() > 0;
    }

    private static void refuseVersionBesideToken(String version) {
        if (!version.isEmpty() && !version.equals("0")) {
            throw Failures.badRequest("specifying resource version is not allowed when using continue: leave out \""
                    + version + "\", the token knows its version");
        }
    }

    /**
     * One page: goes on through the store until enough objects pass the filter. How many are left is known only if none is left
     * out.
     */
    private ObjectList<T> page(RangeQuery query, Predicate<T> filter, int limit, boolean all) {
        var found = new ArrayList<T>();
        var chunk = range(query.limit(Math.max(limit, CHUNK)));
        while (true) {
            for (int i = 0; i < chunk.values().size(); i++) {
                var stored = registry.stored(chunk.values().get(i));
                if (!filter.test(stored.object())) {
                    continue;
                }
                found.add(stored.object());
                long left = chunk.values().size() - i - 1 + chunk.remaining();
                if (found.size() == limit && left > 0) {
                    var token = new ContinueToken(
                            chunk.revision().value(), stored.value().key());
                    return new ObjectList<>(found, version(chunk), token.encode(), all ? left : null);
                }
            }
            var next = chunk.next();
            if (next.isEmpty()) {
                return new ObjectList<>(found, version(chunk), "", null);
            }
            chunk = range(next.get());
        }
    }

    private Page range(RangeQuery query) {
        try {
            return registry.store().range(query);
        } catch (CompactedException e) {
            throw Failures.expired(tooOld(query, e));
        } catch (FutureRevisionException e) {
            throw Failures.resourceVersionTooLarge(
                    query.requestedRevision().map(Revision::toString).orElse(""),
                    registry.store().revision().value());
        }
    }

    private static String tooOld(RangeQuery query, CompactedException e) {
        return !query.from().endsWith("\0") // behind no key: a list from the beginning
                ? "The resourceVersion for the provided list is too old: " + e.getMessage()
                : "The provided continue parameter is too old to display a consistent list result: " + e.getMessage()
                        + " without it";
    }

    private List<T> objects(Page page, Predicate<T> filter) {
        var objects = new ArrayList<T>(page.values().size());
        for (var value : page.values()) {
            var object = registry.stored(value).object();
            if (filter.test(object)) {
                objects.add(object);
            }
        }
        return objects;
    }

    private static String version(Page page) {
        return Long.toString(page.revision().value());
    }
}
