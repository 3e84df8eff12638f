package io.podium.testkit.faults;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Follower;
import io.podium.api.client.ListOptions;
import io.podium.api.client.ObjectList;
import io.podium.api.client.Patch;
import io.podium.api.client.Scope;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Binding;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.policy.Eviction;
import java.util.Optional;
import java.util.function.Function;

/**
 * A client whose calls go wrong as planned. A write whose answer is lost goes through a client of its own, so that this one's followers
 * learn of it only as they would of anybody's.
 */
final class FaultyClient implements Client {
    private final Client client;
    private final Client unheard;
    private final Calls calls;
    private final Lags lags;

    FaultyClient(Client client, Calls calls, Lags lags) {
        this.client = client;
        this.unheard = client.as(client.userAgent());
        this.calls = calls;
        this.lags = lags;
    }

    @Override
    public Client as(String userAgent) {
        return new FaultyClient(client.as(userAgent), calls, lags);
    }

    @Override
    public String userAgent() {
        return client.userAgent();
    }

    @Override
    public <T extends ApiObject<T>> T get(Kind<T> kind, ObjectKey key) {
        calls.before(calls.of("get", kind));
        return client.get(kind, key);
    }

    @Override
    public <T extends ApiObject<T>> Optional<T> find(Kind<T> kind, ObjectKey key) {
        calls.before(calls.of("get", kind));
        return client.find(kind, key);
    }

    @Override
    public <T extends ApiObject<T>> ObjectList<T> list(Kind<T> kind, String namespace, ListOptions options) {
        calls.before(calls.of("list", kind));
        return client.list(kind, namespace, options);
    }

    @Override
    public <T extends ApiObject<T>> Watch<T> watch(Kind<T> kind, String namespace, WatchOptions options) {
        calls.before(calls.of("watch", kind));
        return lags.watch(kind, client.watch(kind, namespace, options));
    }

    @Override
    public <T extends ApiObject<T>> Follower<T> follow(Kind<T> kind, Scope scope) {
        return lags.follow(kind, client.follow(kind, scope));
    }

    @Override
    public <T extends ApiObject<T>> T create(T object, WriteOptions options) {
        return write("create", object.kind(), to -> to.create(object, options));
    }

    @Override
    public <T extends ApiObject<T>> T update(T object, WriteOptions options) {
        return replace("update", object, to -> to.update(object, options));
    }

    @Override
    public <T extends ApiObject<T>> T updateStatus(T object, WriteOptions options) {
        return replace("update", object, to -> to.updateStatus(object, options));
    }

    @Override
    public <T extends ApiObject<T>> T patch(Kind<T> kind, ObjectKey key, Patch patch, WriteOptions options) {
        return write("patch", kind, to -> to.patch(kind, key, patch, options));
    }

    @Override
    public <T extends ApiObject<T>> T apply(T object, WriteOptions options) {
        return write("apply", object.kind(), to -> to.apply(object, options));
    }

    @Override
    public <T extends ApiObject<T>> T delete(Kind<T> kind, ObjectKey key, DeleteOptions options) {
        return write("delete", kind, to -> to.delete(kind, key, options));
    }

    @Override
    public <T extends ApiObject<T>> ObjectList<T> deleteCollection(
            Kind<T> kind, String namespace, ListOptions which, DeleteOptions options) {
        return write("delete", kind, to -> to.deleteCollection(kind, namespace, which, options));
    }

    @Override
    public void bind(Binding binding, WriteOptions options) {
        write("bind", Pod.KIND, to -> {
            to.bind(binding, options);
            return binding;
        });
    }

    @Override
    public void evict(Eviction eviction, WriteOptions options) {
        write("evict", Pod.KIND, to -> {
            to.evict(eviction, options);
            return eviction;
        });
    }

    /** A write that names the state it was made of can meet a conflict. */
    private <T extends ApiObject<T>> T replace(String verb, T object, Function<Client, T> write) {
        if (!object.metadata().resourceVersion().isEmpty()) {
            calls.conflict(calls.of(verb, object.kind()));
        }
        return write(verb, object.kind(), write);
    }

    private <R> R write(String verb, Kind<?> kind, Function<Client, R> write) {
        var call = calls.of(verb, kind);
        calls.before(call);
        if (calls.losesAnswer(call)) {
            var unused = write.apply(unheard);
            throw calls.lost(call);
        }
        var answer = write.apply(client);
        calls.after(call);
        return answer;
    }
}
