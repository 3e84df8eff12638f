package io.podium.testkit.golden;

import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.meta.Json;
import io.podium.api.meta.Kinds;
import java.util.Set;

/** Answers requests that were sent to a server over HTTP, through a client in the same JVM. */
final class Router {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE"); // only asked, never iterated

    private final Client client;
    private final Kinds kinds;

    Router(Client client, Kinds kinds) {
        this.client = client;
        this.kinds = kinds;
    }

    Answer answer(Call call) {
        var place = Place.of(call.path(), kinds);
        if (place == null) {
            return notFound();
        }
        try {
            return routed(place, call);
        } catch (ApiException failure) {
            return Answer.of(failure);
        } catch (IllegalArgumentException failure) {
            return Answer.failure(400, "BadRequest", String.valueOf(failure.getMessage()));
        }
    }

    private Answer routed(Place place, Call call) {
        if (!METHODS.contains(call.method())) {
            return notAllowed();
        }
        var resource = new Resource<>(place.kind(), place, client, call);
        if (place.name().isEmpty()) {
            return switch (call.method()) {
                case "GET" -> resource.list();
                case "POST" -> resource.create();
                case "DELETE" -> place.kind().name().equals("Namespace") ? notAllowed() : resource.deleteAll();
                default -> notAllowed();
            };
        }
        if (place.kind().namespaced() && place.namespace().isEmpty()) {
            return notFound();
        }
        return place.subresource().isEmpty() ? object(resource, call) : part(resource, place, call);
    }

    private static Answer object(Resource<?> resource, Call call) {
        return switch (call.method()) {
            case "GET" -> resource.get();
            case "PUT" -> resource.update();
            case "PATCH" -> resource.patch();
            case "DELETE" -> resource.delete();
            default -> notAllowed();
        };
    }

    private static Answer part(Resource<?> resource, Place place, Call call) {
        return switch (place.subresource()) {
            case "binding" -> call.method().equals("POST") ? resource.bind() : notAllowed();
            case "eviction" -> call.method().equals("POST") ? resource.evict() : notAllowed();
            case "scale" -> hasPart(place) ? new Scaling<>(resource).answer(call) : notFound();
            case "log" -> resource.get();
            case "exec", "attach", "portforward" -> Answer.failure(400, "BadRequest", "Upgrade request required");
            default -> hasPart(place) ? object(resource, call) : notFound();
        };
    }

    private static boolean hasPart(Place place) {
        return place.kind().subresources().contains(place.subresource());
    }

    private static Answer notFound() {
        return Answer.failure(404, "NotFound", "the server could not find the requested resource");
    }

    private static Answer notAllowed() {
        return Answer.failure(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    /** The body as a tree, whatever it was sent as. */
    static Json tree(Call call) {
        return switch (call.body()) {
            case Call.Body.Tree tree -> tree.json();
            case Call.Body.Text text -> Recordings.tree(text.text());
        };
    }
}
