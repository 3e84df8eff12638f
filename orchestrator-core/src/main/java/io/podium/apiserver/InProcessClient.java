package io.podium.apiserver;

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
import io.podium.cache.OverlaidFollower;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client in the server's own JVM: objects pass by reference, and what it writes is seen by its own followers at once. */
final class InProcessClient implements Client {
    private final ApiServer server;
    private final String userAgent;
    private final Map<Kind<?>, List<OverlaidFollower<?>>> followers =
            new ConcurrentHashMap<>(); // looked up by key only

    InProcessClient(ApiServer server, String userAgent) {
        this.server = server;
        this.userAgent = userAgent;
    }

    @Override
    public Client as(String otherAgent) {
        return new InProcessClient(server, otherAgent);
    }

    @Override
    public String userAgent() {
        return userAgent;
    }

    @Override
    public <T extends ApiObject<T>> T get(Kind<T> kind, ObjectKey key) {
        return server.endpoint(kind).get(key);
    }

    @Override
    public <T extends ApiObject<T>> Optional<T> find(Kind<T> kind, ObjectKey key) {
        return server.endpoint(kind).find(key);
    }

    @Override
    public <T extends ApiObject<T>> ObjectList<T> list(Kind<T> kind, String namespace, ListOptions options) {
        return server.endpoint(kind).list(namespace, options);
    }

    @Override
    public <T extends ApiObject<T>> Watch<T> watch(Kind<T> kind, String namespace, WatchOptions options) {
        return server.endpoint(kind).watch(namespace, options, server.dispatcher());
    }

    @Override
    public <T extends ApiObject<T>> Follower<T> follow(Kind<T> kind, Scope scope) {
        var ofKind = followers.computeIfAbsent(kind, key -> new CopyOnWriteArrayList<>());
        var follower = server.endpoint(kind).follow(scope);
        ofKind.add(follower);
        follower.onClose(() -> ofKind.remove(follower));
        return follower;
    }

    @Override
    public <T extends ApiObject<T>> T create(T object, WriteOptions options) {
        return wrote(server.endpoint(object.kind()).create(object, request(options)), options);
    }

    @Override
    public <T extends ApiObject<T>> T update(T object, WriteOptions options) {
        return wrote(server.endpoint(object.kind()).update(object, request(options)), options);
    }

    @Override
    public <T extends ApiObject<T>> T updateStatus(T object, WriteOptions options) {
        return update(object, options.on("status"));
    }

    @Override
    public <T extends ApiObject<T>> T patch(Kind<T> kind, ObjectKey key, Patch patch, WriteOptions options) {
        return wrote(server.endpoint(kind).patch(key, patch, request(options)), options);
    }

    @Override
    public <T extends ApiObject<T>> T apply(T object, WriteOptions options) {
        return wrote(server.endpoint(object.kind()).apply(object, request(options)), options);
    }

    @Override
    public <T extends ApiObject<T>> T delete(Kind<T> kind, ObjectKey key, DeleteOptions options) {
        var deleted = server.endpoint(kind).delete(key, options, userAgent);
        deleted(deleted, options);
        return deleted.object();
    }

    @Override
    public <T extends ApiObject<T>> ObjectList<T> deleteCollection(
            Kind<T> kind, String namespace, ListOptions which, DeleteOptions options) {
        return server.endpoint(kind)
                .deleteCollection(namespace, which, options, userAgent, deleted -> deleted(deleted, options));
    }

    private <T extends ApiObject<T>> void deleted(Deletes.Deleted<T> deleted, DeleteOptions options) {
        if (!options.dryRun()) {
            tell(deleted.object(), deleted.gone() ? null : deleted.object());
        }
    }

    @Override
    public void bind(Binding binding, WriteOptions options) {
        wrote(new PodSubresources(server).bind(binding, request(options)), options);
    }

    @Override
    public void evict(Eviction eviction, WriteOptions options) {
        var deletion = PodSubresources.deletion(eviction, options).ifVersion(""); // the note makes a new version
        var noted = new PodSubresources(server).noteEviction(eviction, request(options));
        wrote(noted, deletion.dryRun() ? options.asDryRun() : options);
        delete(Pod.KIND, PodSubresources.podOf(eviction), deletion);
    }

    private Request request(WriteOptions options) {
        return Request.of(userAgent, options);
    }

    private <T extends ApiObject<T>> T wrote(T object, WriteOptions options) {
        if (!options.dryRun()) {
            tell(object, server.endpoint(object.kind()).isGone(object) ? null : object);
        }
        return object;
    }

    @SuppressWarnings("unchecked") // followers are filed under the kind of their objects
    private <T extends ApiObject<T>> void tell(T object, @Nullable T present) {
        for (var follower : followers.getOrDefault(object.kind(), List.of())) {
            long revision = Long.parseLong(object.metadata().resourceVersion());
            ((OverlaidFollower<T>) follower).wrote(object.key(), present, revision);
        }
    }
}
