package io.podium.apiserver;

import io.podium.api.admission.Attributes.Operation;
import io.podium.api.admission.Refusal;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.ListOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.ObjectList;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.store.Commit;
import io.podium.api.store.Expectation;
import io.podium.apiserver.Registry.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the objects of one kind: at once, or gracefully, or when their finalizers are gone.
 *
 * @param <T> the type of the objects
 */
final class Deletes<T extends ApiObject<T>> {
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";

    /** A century, in seconds: what is to end later than that ends never, and no clock counts further than it has to. */
    private static final long LONGEST_GRACE = Duration.ofDays(36_525).toSeconds();

    private final Registry<T> registry;
    private final Reads<T> reads;
    private final Finalization<T> finalization;

    Deletes(Registry<T> registry, Reads<T> reads) {
        this.registry = registry;
        this.reads = reads;
        this.finalization = new Finalization<>(registry);
    }

    /** What a deletion left: the object's last state, and whether it is gone. */
    record Deleted<T>(T object, boolean gone) {}

    Deleted<T> delete(ObjectKey key, DeleteOptions options, String userAgent) {
        while (true) {
            var stored = registry.mustRead(key);
            checkPreconditions(stored.object(), options);
            admit(stored.object(), options, userAgent);
            var marked = marked(stored.object(), options);
            if (options.dryRun() || marked == stored.object()) {
                boolean gone = finalization.isComplete(marked);
                return new Deleted<>(gone ? lastState(marked, stored.object()) : marked, gone);
            }
            var deleted = commit(marked, stored);
            if (deleted != null) {
                return deleted;
            }
        }
    }

    /** Deletes a list of objects, telling of each, and answers with them as they were. */
    ObjectList<T> deleteCollection(
            String namespace,
            ListOptions which,
            DeleteOptions options,
            String userAgent,
            Consumer<Deleted<T>> deleted) {
        var list = reads.list(namespace, which);
        for (var object : list.items()) {
            try {
                deleted.accept(delete(object.key(), options, userAgent));
            } catch (NotFoundException alreadyGone) {
                continue; // somebody else was faster
            }
        }
        return list;
    }

    private @Nullable Deleted<T> commit(T marked, Stored<T> old) {
        var expected = Expectation.at(old.value().modified());
        if (finalization.isComplete(marked)) {
            var last = finalization.remove(lastState(marked, old.object()), expected);
            return last == null ? null : new Deleted<>(last, true);
        }
        var commit = registry.store().put(registry.storageKey(marked.key()), expected, registry.stamp(marked));
        return commit instanceof Commit.Done done
                ? new Deleted<>(registry.stored(done.stored()).object(), false)
                : null;
    }

    /** What remains of an object that goes: only those that end gracefully say that they do. Nothing holds it any more. */
    private T lastState(T marked, T old) {
        return registry.rules().endsGracefully()
                ? marked
                : old.withMetadata(
                        old.metadata().withFinalizers(marked.metadata().finalizers()));
    }

    /** The object as being deleted; the same reference if it already is, and no sooner. */
    private T marked(T object, DeleteOptions options) {
        var metadata = object.metadata();
        if (metadata.deletionTimestamp() != null) {
            return registry.rules().mayBeRemoved(object) ? markedAgain(object, options) : object;
        }
        long grace = Math.min(LONGEST_GRACE, registry.rules().gracePeriodSeconds(object, seconds(options)));
        long generation = metadata.generation() > 0 ? metadata.generation() + 1 : 0;
        var now = registry.dispatcher().now().truncatedTo(ChronoUnit.SECONDS);
        var finalizers = finalizers(metadata, options.propagation());
        return registry.rules()
                .markedForDeletion(object.withMetadata(deleting(metadata, now, grace, finalizers, generation)));
    }

    /** While its grace period runs, an object is only deleted sooner, and only if that is asked for. */
    private T markedAgain(T object, DeleteOptions options) {
        var metadata = object.metadata();
        var wanted = seconds(options);
        var present = metadata.deletionGracePeriodSeconds();
        long left = present == null ? 0 : present;
        long grace = wanted == null ? left : Math.min(left, registry.rules().gracePeriodSeconds(object, wanted));
        if (left > 0 && grace == left) {
            return object;
        }
        var finalizers = finalizers(metadata, options.propagation());
        if (present != null && grace == left && finalizers.equals(metadata.finalizers())) {
            return object;
        }
        var start = Objects.requireNonNull(metadata.deletionTimestamp()).minusSeconds(left);
        return registry.rules()
                .markedForDeletion(
                        object.withMetadata(deleting(metadata, start, grace, finalizers, metadata.generation())));
    }

    private static @Nullable Long seconds(DeleteOptions options) {
        return options.grace() == null ? null : options.grace().toSeconds();
    }

    private static ObjectMeta deleting(
            ObjectMeta metadata, Instant start, long grace, List<String> finalizers, long generation) {
        return metadata.toBuilder()
                .deletionTimestamp(start.plus(Duration.ofSeconds(grace)))
                .deletionGracePeriodSeconds(grace)
                .finalizers(finalizers)
                .generation(generation)
                .build();
    }

    private List<String> finalizers(ObjectMeta metadata, @Nullable Propagation wanted) {
        var present = metadata.finalizers();
        if (!registry.rules().mayOwn()) {
            return present;
        }
        var propagation = wanted == null ? unasked(present) : wanted;
        var finalizers = new ArrayList<>(present);
        finalizers.removeAll(List.of(ORPHAN, FOREGROUND));
        switch (propagation) {
            case ORPHAN -> finalizers.add(ORPHAN);
            case FOREGROUND -> finalizers.add(FOREGROUND);
            case BACKGROUND -> {}
        }
        return new TreeSet<>(finalizers).equals(new TreeSet<>(present)) ? present : finalizers;
    }

    /** What becomes of what an object owns if its deletion does not say: as its finalizers say, else as its kind does. */
    private Propagation unasked(List<String> finalizers) {
        for (var finalizer : finalizers) {
            if (finalizer.equals(ORPHAN) || finalizer.equals(FOREGROUND)) {
                return finalizer.equals(ORPHAN) ? Propagation.ORPHAN : Propagation.FOREGROUND;
            }
        }
        return registry.rules().propagation();
    }

    private void checkPreconditions(T object, DeleteOptions options) {
        var uid = object.uid();
        if (!options.uid().isEmpty() && !options.uid().equals(uid)) {
            throw Failures.conflict(
                    registry.kind(),
                    registry.kind().name(),
                    object.name(),
                    "the UID in the precondition (" + options.uid() + ") does not match the UID in record (" + uid
                            + "). The object might have been deleted and then recreated");
        }
        var version = object.metadata().resourceVersion();
        if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals(version)) {
            throw Failures.conflict(
                    registry.kind(),
                    registry.kind().name(),
                    object.name(),
                    "the ResourceVersion in the precondition (" + options.resourceVersion()
                            + ") does not match the ResourceVersion in record (" + version
                            + "). The object might have been modified");
        }
    }

    private void admit(T object, DeleteOptions options, String userAgent) {
        var write = options.dryRun() ? WriteOptions.PLAIN.asDryRun() : WriteOptions.PLAIN;
        var attributes =
                Request.of(userAgent, write).attributes(registry, Operation.DELETE, object.namespace(), object);
        try {
            registry.admission().check(object, attributes);
        } catch (Refusal refusal) {
            throw Failures.forbidden(registry.kind(), object.name(), refusal.getMessage());
        }
    }
}
