package io.podium.apiserver;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.admission.Refusal;
import io.podium.api.client.ApiException;
import io.podium.api.client.NotFoundException;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ManagedFieldsEntry;
import io.podium.api.meta.Names;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.store.Commit;
import io.podium.api.store.Expectation;
import io.podium.apiserver.Registry.Stored;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates and changes the objects of one kind: defaults, admission, validation, commit.
 *
 * @param <T> the type of the objects
 */
final class Writes<T extends ApiObject<T>> {
    /** How often a change is computed anew because somebody else was faster. */
    private static final int TRIES = 5;

    /** How often another name is generated because there is an object of that name. */
    private static final int NAME_TRIES = 8;

    private static final Path RESOURCE_VERSION = Path.of("metadata").child("resourceVersion");

    private final Registry<T> registry;
    private final FieldTracking<T> tracking;
    private final Finalization<T> finalization;
    private final Retention<T> retention;

    Writes(Registry<T> registry, FieldTracking<T> tracking) {
        this.registry = registry;
        this.tracking = tracking;
        this.finalization = new Finalization<>(registry);
        this.retention = new Retention<>(registry);
    }

    /** What becomes of a stored object; computed again if somebody else was faster. */
    @FunctionalInterface
    interface Change<T> {
        T apply(T old);
    }

    T create(T object, Request request) {
        if (saysVersion(object.metadata().resourceVersion())) {
            throw Failures.badRequest("resourceVersion should not be set on objects to be created: "
                    + registry.kind().name() + " \"" + object.name() + "\" says \""
                    + object.metadata().resourceVersion() + "\"; leave it out");
        }
        boolean generated =
                object.name().isEmpty() && !object.metadata().generateName().isEmpty();
        for (int attempt = 1; ; attempt++) {
            var prepared = prepared(object, request);
            if (request.options().dryRun() && registry.read(prepared.key()).isEmpty()) {
                return prepared;
            }
            if (!request.options().dryRun() && put(prepared, Expectation.absent()) instanceof Commit.Done done) {
                return kept(registry.stored(done.stored()).object(), request);
            }
            if (!generated || attempt == NAME_TRIES) {
                throw Failures.alreadyExists(registry.kind(), prepared.name());
            }
        }
    }

    /**
     * What was created, unless its namespace began to go while this write was on its way: whoever empties the namespace may have looked here
     * already, and what came later would stay for ever.
     */
    private T kept(T created, Request request) {
        var attributes = request.<T>attributes(registry, Operation.CREATE, created.namespace(), null);
        try {
            registry.admission().guard(created, attributes);
            return created;
        } catch (ApiException refused) {
            takeBack(created);
            throw refused;
        }
    }

    private void takeBack(T created) {
        for (var stored = registry.read(created.key());
                stored.isPresent() && stored.get().object().uid().equals(created.uid());
                stored = registry.read(created.key())) {
            var last = stored.get();
            if (finalization.remove(last.object(), Expectation.at(last.value().modified())) != null) {
                return;
            }
        }
    }

    T update(T object, Request request) {
        try {
            return change(object.key(), request, old -> {
                requireVersion(object);
                checkUid(object, old);
                checkVersion(object, old);
                return object;
            });
        } catch (NotFoundException absent) {
            if (!createsWhatIsAbsent(object, request)) {
                throw absent;
            }
            return create(object.withMetadata(object.metadata().withResourceVersion("")), request);
        }
    }

    /** Of kinds whose updates create, those do not that are about an object that was there: they say its uid. */
    private boolean createsWhatIsAbsent(T sent, Request request) {
        return registry.rules().createsOnUpdate()
                && request.options().subresource().isEmpty()
                && sent.uid().isEmpty();
    }

    /** The new state of an object, and who owns its fields, or null to find out. */
    record Owned<T>(T object, @Nullable List<ManagedFieldsEntry> owners) {}

    /** Changes an object, over and over until nobody else changes it meanwhile. */
    T change(ObjectKey key, Request request, Change<T> change) {
        return changeOwned(key, request, old -> new Owned<>(change.apply(old), null));
    }

    /** Changes an object and the owners of its fields. */
    T changeOwned(ObjectKey key, Request request, Function<T, Owned<T>> change) {
        for (int attempt = 1; ; attempt++) {
            var stored = registry.mustRead(key);
            var sent = change.apply(stored.object());
            var owners = sent.owners();
            var updated = updated(sent.object(), stored.object(), owners == null ? request : request.owned(owners));
            if (updated == stored.object() || request.options().dryRun()) {
                return updated;
            }
            var committed = commit(updated, stored);
            if (committed != null) {
                return committed;
            }
            if (attempt == TRIES) {
                throw Failures.modified(registry.kind(), key.name());
            }
        }
    }

    private @Nullable T commit(T updated, Stored<T> old) {
        var expected = Expectation.at(old.value().modified());
        if (finalization.isComplete(updated)) {
            return finalization.remove(updated, expected);
        }
        return put(updated, expected) instanceof Commit.Done done
                ? registry.stored(done.stored()).object()
                : null;
    }

    private Commit put(T object, Expectation expected) {
        var key = registry.storageKey(object.key());
        var timeToLive = registry.rules().timeToLive(object);
        var commit = timeToLive == null
                ? registry.store().put(key, expected, registry.stamp(object))
                : registry.store().put(key, expected, registry.stamp(object), timeToLive);
        if (commit instanceof Commit.Done done) {
            retention.wrote(done.stored());
        }
        return commit;
    }

    /** Defaults come before the server names the object, and once more when it is complete, as if it were read back from a store. */
    private T prepared(T sent, Request request) {
        var rules = registry.rules();
        var attributes = request.<T>attributes(registry, Operation.CREATE, sent.namespace(), null);
        var said = rules.defaults(received(sent, request));
        var object = rules.prepareForCreate(said.withMetadata(newMetadata(said.metadata())));
        var problems = new Problems();
        // in Kubernetes a name that the server makes is made after this
        var called = sent.name().isEmpty() ? sent.metadata().generateName() : sent.name();
        object = allocated(mutated(object, called, attributes), attributes, problems);
        MetadataRules.check(object, rules, problems);
        rules.validateCreate(object, problems);
        refuseIf(problems, object);
        admit(object, attributes);
        return tracking.created(rules.defaults(object), request);
    }

    /** What is read of an object that was sent. What apply made of fields is an object already. */
    private T received(T sent, Request request) {
        return request.owners() == null ? registry.rules().received(sent) : sent;
    }

    private ObjectMeta newMetadata(ObjectMeta sent) {
        var random = registry.dispatcher().random();
        var name = sent.name().isEmpty() && !sent.generateName().isEmpty()
                ? Names.generate(sent.generateName(), random)
                : sent.name();
        return sent.toBuilder()
                .name(name)
                .uid(random.uuid().toString())
                .creationTimestamp(registry.dispatcher().now().truncatedTo(ChronoUnit.SECONDS))
                .generation(registry.rules().hasGeneration() ? 1 : sent.generation())
                .deletionTimestamp(null)
                .deletionGracePeriodSeconds(null)
                .selfLink("")
                .build();
    }

    /** The object to store, or the old one itself if nothing changes. */
    private T updated(T sent, T old, Request request) {
        var rules = registry.rules().on(request.options().subresource());
        var attributes = request.attributes(registry, Operation.UPDATE, old.namespace(), old);
        boolean status = request.options().subresource().equals("status");
        var said = received(sent, request);
        var defaulted = rules.defaults(said.withMetadata(keptMetadata(said.metadata(), old.metadata())));
        var object = status ? rules.prepareForStatusUpdate(defaulted, old) : rules.prepareForUpdate(defaulted, old);
        var problems = new Problems();
        object = mutated(object, object.name(), attributes);
        if (request.options().subresource().isEmpty()) {
            object = allocated(object, attributes, problems);
        }
        if (!status && rules.changesGeneration(object, old)) {
            object = object.withMetadata(
                    object.metadata().withGeneration(old.metadata().generation() + 1));
        }
        MetadataRules.checkUpdate(object, old, rules, problems);
        if (status) {
            rules.validateStatusUpdate(object, old, problems);
        } else {
            rules.validateUpdate(object, old, problems);
        }
        refuseIf(problems, object);
        admit(object, attributes);
        object = tracking.updated(object, old, request);
        return object.equals(old) ? old : object;
    }

    /** What an update cannot touch, and what it need not say. */
    private static ObjectMeta keptMetadata(ObjectMeta sent, ObjectMeta old) {
        return sent.toBuilder()
                .uid(sent.uid().isEmpty() ? old.uid() : sent.uid())
                .creationTimestamp(old.creationTimestamp())
                .deletionTimestamp(old.deletionTimestamp())
                .deletionGracePeriodSeconds(
                        sent.deletionGracePeriodSeconds() == null
                                ? old.deletionGracePeriodSeconds()
                                : sent.deletionGracePeriodSeconds())
                .generation(old.generation())
                .resourceVersion(old.resourceVersion())
                .selfLink("")
                .build();
    }

    /** Whether a version names one: zero is as good as none. */
    private static boolean saysVersion(String version) {
        return !version.isEmpty() && !version.equals("0");
    }

    private void requireVersion(T sent) {
        if (registry.rules().updatesNeedVersion()
                && !saysVersion(sent.metadata().resourceVersion())) {
            var problems = new Problems();
            problems.invalid(RESOURCE_VERSION, "", "must be specified for an update");
            refuseIf(problems, sent);
        }
    }

    private void checkUid(T sent, T old) {
        var uid = sent.metadata().uid();
        if (!uid.isEmpty() && !uid.equals(old.uid())) {
            throw Failures.conflict(
                    registry.kind(),
                    registry.kind().plural(),
                    sent.name(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + old.uid());
        }
    }

    void checkVersion(T sent, T old) {
        checkVersion(sent.metadata().resourceVersion(), old);
    }

    /** Checks the version that an applied configuration says, if it says one. */
    void checkVersion(JsonObject config, T old) {
        checkVersion(
                config.at("metadata", "resourceVersion").flatMap(Json::asText).orElse(""), old);
    }

    private void checkVersion(String version, T old) {
        if (!saysVersion(version) || version.equals(old.metadata().resourceVersion())) {
            return;
        }
        if (!version.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Failures.badRequest(
                    "metadata.resourceVersion: \"" + version + "\" is no version; send the one that was read, or none");
        }
        throw Failures.modified(registry.kind(), old.name());
    }

    /** The object as admission changes it; a refusal calls it by the given name. */
    private T mutated(T object, String name, Attributes<T> attributes) {
        try {
            return registry.admission().mutated(object, attributes);
        } catch (Refusal refusal) {
            throw Failures.forbidden(registry.kind(), name, refusal.getMessage());
        }
    }

    private T allocated(T object, Attributes<T> attributes, Problems problems) {
        var allocated = registry.admission().allocated(object, attributes, problems);
        refuseIf(problems, object);
        return allocated;
    }

    private void admit(T object, Attributes<T> attributes) {
        try {
            registry.admission().check(object, attributes);
        } catch (Refusal refusal) {
            throw Failures.forbidden(registry.kind(), object.name(), refusal.getMessage());
        }
    }

    private void refuseIf(Problems problems, T object) {
        if (!problems.isEmpty()) {
            throw Failures.invalid(registry.kind(), object.name(), problems.causes());
        }
    }
}
