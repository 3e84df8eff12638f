package io.podium.api.controller;

import io.podium.api.client.Change;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a controller is made of: what it watches, which keys a change concerns, and how a key is reconciled.
 *
 * <pre>{@code
 * ControllerSpec.named("replicaset-controller")
 *         .watches(ReplicaSet.KIND, Keys.self())
 *         .watches(Pod.KIND, Keys.controller(ReplicaSet.KIND))
 *         .reconciles(context -> new ReplicaSetReconciler(context))
 * }</pre>
 */
public final class ControllerSpec {
    private final String name;
    private final List<Source<?>> sources = new ArrayList<>();
    private int workers = 1;
    private Function<ControllerContext, Reconciler> reconciler = context -> key -> Result.done();

    private ControllerSpec(String name) {
        this.name = name;
    }

    /**
     * One kind that the controller reads.
     *
     * @param kind the kind
     * @param keys the keys that a change concerns, given the listers; none for a kind that is only read
     * @param <T> its type
     */
    public record Source<T extends ApiObject<T>>(
            Kind<T> kind, BiFunction<ControllerContext, Change<T>, List<ObjectKey>> keys) {}

    /**
     * A controller that does nothing yet.
     *
     * @param name its name, unique in the cluster: its user agent, the source of its Events, and what logs call it
     * @return the beginning of its description
     * @throws IllegalArgumentException if it is blank
     */
    public static ControllerSpec named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a controller is \"" + name + "\"; give it one");
        }
        return new ControllerSpec(name);
    }

    /**
     * Reconciles keys when objects change.
     *
     * @param kind the kind to watch
     * @param keys the keys that a change concerns
     * @param <T> its type
     * @return this
     */
    public <T extends ApiObject<T>> ControllerSpec watches(Kind<T> kind, Function<Change<T>, List<ObjectKey>> keys) {
        return watches(kind, (context, change) -> keys.apply(change));
    }

    /**
     * Reconciles keys when objects change, where it takes a look at other objects to know which.
     *
     * @param kind the kind to watch
     * @param keys the keys that a change concerns, given the context
     * @param <T> its type
     * @return this
     */
    public <T extends ApiObject<T>> ControllerSpec watches(
            Kind<T> kind, BiFunction<ControllerContext, Change<T>, List<ObjectKey>> keys) {
        sources.add(new Source<>(kind, keys));
        return this;
    }

    /**
     * Has a lister for a kind whose changes concern no key.
     *
     * @param kind the kind to read
     * @param <T> its type
     * @return this
     */
    public <T extends ApiObject<T>> ControllerSpec reads(Kind<T> kind) {
        return watches(kind, (context, change) -> List.of());
    }

    /**
     * Reconciles several keys at once. A call that has not returned after half a minute no longer counts while other keys wait.
     *
     * @param count how many, at least 1; 1 unless said
     * @return this
     */
    public ControllerSpec workers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(name + ": workers must be at least 1, was " + count);
        }
        workers = count;
        return this;
    }

    /**
     * Says how a key is reconciled.
     *
     * @param make makes the reconciler when the controller starts
     * @return this
     */
    public ControllerSpec reconciles(Function<ControllerContext, Reconciler> make) {
        reconciler = Objects.requireNonNull(make, () -> "what makes the reconciler of " + name + " is null");
        return this;
    }

    /**
     * The name.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * How many keys are reconciled at once.
     *
     * @return at least 1
     */
    public int workers() {
        return workers;
    }

    /**
     * What it watches and reads.
     *
     * @return its sources
     */
    public List<Source<?>> sources() {
        return List.copyOf(sources);
    }

    /**
     * Makes the reconciler.
     *
     * @param context what it works with
     * @return a reconciler
     * @throws NullPointerException if what makes it returned null
     */
    public Reconciler reconciler(ControllerContext context) {
        return Objects.requireNonNull(
                reconciler.apply(context), () -> "what makes the reconciler of " + name + " returned null");
    }
}
