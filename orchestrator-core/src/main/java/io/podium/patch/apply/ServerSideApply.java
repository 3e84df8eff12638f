package io.podium.patch.apply;

import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ManagedFieldsEntry;
import io.podium.api.schema.Schema;
import io.podium.codec.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply for the objects of one kind (Kubernetes: Server-Side Apply). A manager sends the fields that it has an opinion about
 * and owns them from then on; what it sent before and sends no more is removed, unless somebody else owns it; what others own it can
 * change only by force.
 *
 * <p>Every other write is tracked: it takes the fields that it changes from their owners. Owners are kept in the object, as
 * {@code metadata.managedFields}; an object that has none is not tracked until it is first applied, when all that it holds is given to
 * the manager {@value #BEFORE_FIRST_APPLY}.
 *
 * <p>Immutable, and safe for use by any number of threads.
 *
 * @param <T> the type of the objects
 */
public final class ServerSideApply<T> {
    /** Who owns what an object held when it was first applied. */
    public static final String BEFORE_FIRST_APPLY = "before-first-apply";

    /** Fields that nobody owns: the server writes them, or they tell objects apart. */
    private static final FieldSet UNOWNED = FieldSet.ofNames(
            List.of("apiVersion"),
            List.of("kind"),
            List.of("metadata"),
            List.of("metadata", "name"),
            List.of("metadata", "namespace"),
            List.of("metadata", "creationTimestamp"),
            List.of("metadata", "selfLink"),
            List.of("metadata", "uid"),
            List.of("metadata", "clusterName"),
            List.of("metadata", "generation"),
            List.of("metadata", "managedFields"),
            List.of("metadata", "resourceVersion"));

    private final Schema<T> schema;
    private final Shape shape;
    private final FieldSet ignored;

    /**
     * Server-side apply for a kind.
     *
     * @param schema the schema of its objects
     * @param ignored fields that a write through this door cannot change, and so cannot own: {@code status} for writes to the object
     *     itself, {@code spec} for those to its status; see {@link ResetFields}
     */
    public ServerSideApply(Schema<T> schema, FieldSet ignored) {
        this.schema = schema;
        this.shape = Shape.of(schema);
        this.ignored = ignored;
    }

    /**
     * Applies a configuration.
     *
     * @param live the object as it is, as a tree; null if there is none
     * @param owners its {@code metadata.managedFields}
     * @param config the fields that the manager has an opinion about
     * @param manager who applies
     * @param force whether it takes fields from others
     * @param now the moment of the write
     * @return the object and its owners, or the conflicts
     * @throws ApplyException if the configuration has fields that the kind has not, values of wrong types, elements of lists without
     *     their keys or twice, or {@code managedFields}
     */
    public ApplyResult apply(
            @Nullable JsonObject live,
            List<ManagedFieldsEntry> owners,
            JsonObject config,
            FieldManager manager,
            boolean force,
            Instant now) {
        if (config.at("metadata", "managedFields")
                .filter(value -> !value.isNull())
                .isPresent()) {
            throw ApplyException.of("metadata.managedFields must be nil; leave it out of what you apply");
        }
        var self = Owner.applying(manager);
        var before = live == null ? Trees.toTree(schema, schema.empty()) : bare(live);
        var wanted = bare(config);
        var fields = AppliedFields.checked(shape, wanted).recursiveDifference(ignored);
        var ownership = Ownership.of(owners);
        if (ownership.isEmpty() && live != null) {
            giveAll(
                    ownership,
                    before,
                    new FieldManager(BEFORE_FIRST_APPLY, manager.apiVersion(), manager.subresource()),
                    now);
        }
        var last = ownership.of(self);
        var lastFields = ownership.fields(self);
        ownership.put(self, new Ownership.Share(fields, manager.apiVersion(), last == null ? null : last.time()));
        var after = prune(TreeMerge.of(shape, before, wanted), lastFields, ownership.all());
        var difference = TreeComparison.of(shape, before, after).without(ignored);
        var taken = ownership.ownedByOthers(difference.written(), self);
        if (!force && !taken.isEmpty()) {
            return refused(taken);
        }
        ownership.take(difference.written(), self);
        ownership.take(difference.removed(), self);
        boolean changed = !TreeComparison.same(before, after);
        var time = changed ? now : last == null ? null : last.time();
        ownership.put(self, new Ownership.Share(fields.difference(UNOWNED), manager.apiVersion(), time));
        return new ApplyResult.Applied(named(changed ? after : before, config), changed, ownership.entries());
    }

    private static JsonObject bare(JsonObject object) {
        return object.without("apiVersion").without("kind").without(List.of("metadata", "managedFields"));
    }

    private static JsonObject named(JsonObject object, JsonObject config) {
        var named = object;
        for (var name : List.of("apiVersion", "kind")) {
            var value = config.get(name);
            named = value == null ? named : named.with(name, value);
        }
        return named;
    }

    private void giveAll(Ownership ownership, JsonObject object, FieldManager manager, Instant now) {
        var all = TreeComparison.of(shape, Trees.toTree(schema, schema.empty()), object)
                .without(ignored);
        record(ownership, all, manager, now);
    }

    /**
     * Removes what the manager applied last time and does not own any more. What somebody owns comes back, with the records around it;
     * and so does what the manager never owned, unless the whole record that it owned is gone.
     */
    private JsonObject prune(JsonObject merged, FieldSet lastFields, FieldSet owned) {
        if (lastFields.difference(owned).isEmpty()) {
            return merged; // nothing that was applied is without an owner now
        }
        var last = lastFields.withDeclaredFields(shape);
        var all = AppliedFields.of(shape, merged).withDeclaredFields(shape);
        var kept = fields(TreePruning.of(shape, merged, last)).union(owned.withDeclaredFields(shape));
        var pruned = TreePruning.of(shape, merged, all.difference(kept));
        return TreePruning.of(shape, merged, all.difference(fields(pruned)).intersection(last));
    }

    private FieldSet fields(JsonObject object) {
        return AppliedFields.of(shape, object).withDeclaredFields(shape);
    }

    private static ApplyResult refused(Map<Owner, FieldSet> taken) {
        var conflicts = new ArrayList<ApplyResult.Conflict>();
        taken.forEach((owner, fields) ->
                fields.forEach(path -> conflicts.add(new ApplyResult.Conflict(owner.toString(), path.toString()))));
        return new ApplyResult.Refused(conflicts);
    }

    /**
     * Tracks the creation of an object by a manager that did not apply it.
     *
     * @param created the object
     * @param manager who creates it
     * @param now the moment of the write
     * @return its owners
     */
    public List<ManagedFieldsEntry> create(T created, FieldManager manager, Instant now) {
        var ownership = new Ownership();
        record(ownership, ObjectComparison.of(schema, schema.empty(), created).without(ignored), manager, now);
        return ownership.entries();
    }

    /**
     * Tracks a write that is no apply: its manager owns from now on what it adds and changes, and nobody what it removes.
     *
     * @param before the object as it was
     * @param after the object as it shall be
     * @param owners the owners before the write; if there are none, the object is not tracked
     * @param manager who writes
     * @param now the moment of the write
     * @return the owners from now on; the very same list if nothing changes
     */
    public List<ManagedFieldsEntry> update(
            T before, T after, List<ManagedFieldsEntry> owners, FieldManager manager, Instant now) {
        if (owners.isEmpty() || before == after) {
            return owners;
        }
        var difference = ObjectComparison.of(schema, before, after).without(ignored);
        if (difference.isSame()) {
            return owners;
        }
        var ownership = Ownership.of(owners);
        record(ownership, difference, manager, now);
        var entries = ownership.entries();
        return entries.equals(owners) ? owners : entries;
    }

    private static void record(Ownership ownership, Comparison difference, FieldManager manager, Instant now) {
        var self = Owner.updating(manager);
        ownership.take(difference.written(), null);
        ownership.take(difference.removed(), null);
        var written = difference.written().difference(UNOWNED);
        if (!written.isEmpty()) {
            var fields = written.union(ownership.fields(self));
            ownership.put(self, new Ownership.Share(fields, manager.apiVersion(), now));
        }
        ownership.cap();
    }
}
