package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Mutator;
import io.podium.api.admission.Refusal;
import io.podium.api.admission.Validator;
import io.podium.api.client.ApiException;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.GroupVersionKind;
import io.podium.api.meta.Kind;
import io.podium.api.meta.StatusBuilder;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The admission functions of a server, by kind. Functions may be added while it serves. */
public final class AdmissionChain {
    // Looked up by key only; never iterated.
    private final Map<GroupVersionKind, List<Mutator<?>>> mutators = new ConcurrentHashMap<>();
    private final Map<GroupVersionKind, List<Validator<?>>> validators = new ConcurrentHashMap<>();
    private final List<WriteGuard> guards = new CopyOnWriteArrayList<>();

    private final Map<GroupVersionKind, Allocator<?>> allocators = new ConcurrentHashMap<>();

    /** A chain that admits everything. */
    public AdmissionChain() {}

    /**
     * Adds a function to the end of the mutators of a kind.
     *
     * @param kind the kind
     * @param mutator the function
     * @param <T> the type of the objects
     */
    public <T extends ApiObject<T>> void mutate(Kind<T> kind, Mutator<T> mutator) {
        mutators.computeIfAbsent(kind.gvk(), key -> new CopyOnWriteArrayList<>())
                .add(Objects.requireNonNull(mutator, () -> "the mutator of " + kind + " is null"));
    }

    /**
     * Adds a function to the end of the validators of a kind.
     *
     * @param kind the kind
     * @param validator the function
     * @param <T> the type of the objects
     */
    public <T extends ApiObject<T>> void validate(Kind<T> kind, Validator<T> validator) {
        validators
                .computeIfAbsent(kind.gvk(), key -> new CopyOnWriteArrayList<>())
                .add(Objects.requireNonNull(validator, () -> "the validator of " + kind + " is null"));
    }

    /**
     * Adds a function that looks at writes of all kinds before any other does.
     *
     * @param guard the function
     */
    public void guard(WriteGuard guard) {
        guards.add(guard);
    }

    /**
     * Sets the allocator of a kind.
     *
     * @param kind the kind
     * @param allocator gives its objects what they lack
     * @param <T> the type of the objects
     */
    public <T extends ApiObject<T>> void allocate(Kind<T> kind, Allocator<T> allocator) {
        allocators.put(kind.gvk(), allocator);
    }

    /**
     * Sets the allocator of a kind that has none yet.
     *
     * @param kind the kind
     * @param allocator gives its objects what they lack
     * @param <T> the type of the objects
     */
    public <T extends ApiObject<T>> void allocateUnlessSet(Kind<T> kind, Allocator<T> allocator) {
        allocators.putIfAbsent(kind.gvk(), allocator);
    }

    /**
     * Lets the allocator of the kind, if there is one, give an object what it lacks.
     *
     * @param object what is written
     * @param attributes what else is known of the write
     * @param problems collects why something cannot be given
     * @param <T> its type
     * @return what to write instead
     */
    @SuppressWarnings("unchecked") // filed under the kind of T
    public <T extends ApiObject<T>> T allocated(T object, Attributes<T> attributes, Problems problems) {
        var allocator = (Allocator<T>) allocators.get(object.kind().gvk());
        return allocator == null ? object : allocator.allocated(object, attributes, problems);
    }

    /**
     * Lets the guards look at a write.
     *
     * @param object what is written
     * @param attributes what else is known of the write
     * @param <T> its type
     * @throws ApiException if one refuses it
     * @throws io.podium.api.admission.Refusal if one refuses it in words of its own
     */
    public <T extends ApiObject<T>> void guard(T object, Attributes<T> attributes) {
        guards.forEach(guard -> guard.check(object, attributes));
    }

    /**
     * Lets the mutators change an object.
     *
     * @param object what is written
     * @param attributes what else is known of the write
     * @param <T> its type
     * @return what to write instead
     * @throws io.podium.api.admission.Refusal if one refuses it
     */
    @SuppressWarnings("unchecked") // filed under the kind of T
    public <T extends ApiObject<T>> T mutated(T object, Attributes<T> attributes) {
        guard(object, attributes);
        var current = object;
        for (var mutator : mutators.getOrDefault(object.kind().gvk(), List.of())) {
            current = mutated((Mutator<T>) mutator, current, attributes);
        }
        return current;
    }

    private static <T extends ApiObject<T>> T mutated(Mutator<T> mutator, T object, Attributes<T> attributes) {
        try {
            return Objects.requireNonNull(mutator.mutate(object, attributes), "a mutator returned null");
        } catch (Refusal | ApiException answer) {
            throw answer;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            throw failed("mutator", object, failure);
        }
    }

    /** A function of the application failed: the write fails, and nothing else does. */
    private static ApiException failed(String function, ApiObject<?> object, Throwable failure) {
        var answer = ApiException.of(new StatusBuilder()
                .status("Failure")
                .reason("InternalError")
                .code(500)
                .message("Internal error occurred: a " + function + " failed on "
                        + object.kind().name() + " " + object.key() + ": " + failure)
                .build());
        answer.initCause(failure);
        return answer;
    }

    /**
     * Lets the validators look at an object.
     *
     * @param object what is written or deleted
     * @param attributes what else is known of the write
     * @param <T> its type
     * @throws io.podium.api.admission.Refusal if one refuses it
     */
    @SuppressWarnings("unchecked") // filed under the kind of T
    public <T extends ApiObject<T>> void check(T object, Attributes<T> attributes) {
        if (attributes.operation() == Attributes.Operation.DELETE) {
            guards.forEach(guard -> guard.check(object, attributes));
        }
        for (var validator : validators.getOrDefault(object.kind().gvk(), List.of())) {
            validate((Validator<T>) validator, object, attributes);
        }
    }

    private static <T extends ApiObject<T>> void validate(Validator<T> validator, T object, Attributes<T> attributes) {
        try {
            validator.validate(object, attributes);
        } catch (Refusal | ApiException answer) {
            throw answer;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            throw failed("validator", object, failure);
        }
    }
}
