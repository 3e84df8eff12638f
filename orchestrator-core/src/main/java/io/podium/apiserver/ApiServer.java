package io.podium.apiserver;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.admission.Attributes;
import io.podium.api.client.Client;
import io.podium.api.core.Service;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.store.Store;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.RuleBook;
import io.podium.apiserver.services.ServiceAllocator;
import io.podium.apiserver.services.ServiceNetwork;
import io.podium.cache.KindCache;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The API server of one cluster. Clients reach it through {@link #client}.
 *
 * <p>A kind is served from the first request that names it, by the rules of the rule book; which kinds may be named is said at the
 * beginning.
 */
public final class ApiServer implements AutoCloseable {
    private final Store store;
    private final Dispatcher dispatcher;
    private final RuleBook rules;
    private final AdmissionChain admission;
    private final Predicate<Kind<?>> served;
    private final ReentrantLock opening = new ReentrantLock();
    private final Map<Kind<?>, Endpoint<?>> endpoints = new ConcurrentHashMap<>(); // looked up by key only

    @GuardedBy("opening")
    private final Map<String, KindCache<?>> caches = new TreeMap<>();

    private volatile boolean closed;

    /**
     * A server of any kind. Services get their addresses from {@link ServiceNetwork#USUAL}, unless the chain has an allocator for them.
     *
     * @param store where objects are
     * @param dispatcher gives time and randomness
     * @param rules what is known of each kind
     * @param admission what admits writes
     */
    public ApiServer(Store store, Dispatcher dispatcher, RuleBook rules, AdmissionChain admission) {
        this(store, dispatcher, rules, admission, any -> true);
    }

    /**
     * A server of given kinds.
     *
     * @param store where objects are
     * @param dispatcher gives time and randomness
     * @param rules what is known of each kind
     * @param admission what admits writes
     * @param served tells which kinds there are; asked once for a kind that there is
     */
    public ApiServer(
            Store store, Dispatcher dispatcher, RuleBook rules, AdmissionChain admission, Predicate<Kind<?>> served) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.rules = rules;
        this.admission = admission;
        this.served = served;
        admission.allocateUnlessSet(Service.KIND, new ServiceAllocator(ServiceNetwork.USUAL, dispatcher));
    }

    /**
     * A client of this server in this JVM.
     *
     * @param userAgent who calls
     * @return a client
     */
    public Client client(String userAgent) {
        return new InProcessClient(this, userAgent);
    }

    /**
     * The functions that admit writes.
     *
     * @return the chain, to which functions may be added
     */
    public AdmissionChain admission() {
        return admission;
    }

    @SuppressWarnings("unchecked") // filed under the kind of T
    <T extends ApiObject<T>> Endpoint<T> endpoint(Kind<T> kind) {
        if (closed) {
            throw new IllegalStateException("the cluster is closed; start another one");
        }
        var endpoint = endpoints.get(Objects.requireNonNull(kind, "the kind is null"));
        return endpoint == null ? open(kind) : (Endpoint<T>) endpoint;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    @SuppressWarnings("unchecked") // filed under the kind of T
    private <T extends ApiObject<T>> Endpoint<T> open(Kind<T> kind) {
        opening.lock();
        try {
            var present = endpoints.get(kind);
            if (present != null) {
                return (Endpoint<T>) present;
            }
            if (!served.test(kind)) {
                throw Failures.notServed(kind);
            }
            var cache = new KindCache<>(store, kind);
            caches.put(kind.resource(), cache);
            var registry = new Registry<>(
                    kind, rules.rulesOf(kind), store, cache, admission, dispatcher, new Attributes.Objects() {
                        @Override
                        public <O extends ApiObject<O>> Optional<O> find(Kind<O> other, ObjectKey key) {
                            return endpoint(other).find(key);
                        }

                        @Override
                        public <O extends ApiObject<O>> List<O> list(Kind<O> other, String namespace) {
                            var present = endpoint(other).registry().cache().present();
                            return namespace.isEmpty() ? present.all() : present.in(namespace);
                        }
                    });
            var endpoint = new Endpoint<>(registry, new FieldTracking<>(kind, dispatcher));
            endpoints.put(kind, endpoint);
            return endpoint;
        } finally {
            opening.unlock();
        }
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            caches.values().forEach(KindCache::close);
        } finally {
            opening.unlock();
        }
    }
}
