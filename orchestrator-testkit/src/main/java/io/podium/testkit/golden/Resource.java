package io.podium.testkit.golden;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Patch;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Binding;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.policy.Eviction;
import io.podium.api.schema.Schema;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.codec.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object or collection that a request is about.
 *
 * @param kind its kind
 * @param place where it is
 * @param client the server
 * @param call the request
 * @param <T> the type of its objects
 */
record Resource<T extends ApiObject<T>>(Kind<T> kind, Place place, Client client, Call call) {
    /** Kinds whose deleted object is the answer, not a status. */
    private static final List<String> ANSWERED_WHEN_GONE = List.of("Pod", "Service", "ServiceAccount");

    ObjectKey key() {
        return ObjectKey.of(place.namespace(), place.name());
    }

    Answer get() {
        return Answer.of(200, served(client.get(kind, key())));
    }

    Answer list() {
        var refused = Options.refuseList(call);
        if (refused != null) {
            return refused;
        }
        var list = client.list(kind, place.namespace(), Options.list(call));
        return Answer.of(200, list(list.items(), list.resourceVersion(), list.continueToken(), list.remaining()));
    }

    Answer create() {
        var refused = Options.refuseWrite(call, "CreateOptions");
        if (refused != null) {
            return refused;
        }
        var strictness = Strictness.dropping(Options.mode(call));
        var misnamed = refuseOtherType();
        if (misnamed != null) {
            return misnamed;
        }
        var sent = decoded(strictness);
        if (kind.namespaced()
                && !sent.namespace().isEmpty()
                && !sent.namespace().equals(place.namespace())) {
            return wrongNamespace();
        }
        return Answer.of(201, served(client.create(placed(sent), Options.write(call))))
                .warning(strictness.warnings().stream()
                        .filter(Resource::fitsHeader)
                        .map(Resource::warning)
                        .toList());
    }

    /** What is wrong with the type that an object of a kind without a Java type says it has; null if nothing is. */
    private @Nullable Answer refuseOtherType() {
        if (kind.type() != DynamicObject.class || !(call.body() instanceof Call.Body.Tree tree)) {
            return null;
        }
        var said = tree.json().at("kind").flatMap(Json::asText).orElse("");
        var version = tree.json().at("apiVersion").flatMap(Json::asText).orElse("");
        if (said.isEmpty() || !version.equals(kind.apiVersion())) {
            return Answer.failure(
                    400,
                    "BadRequest",
                    "say kind " + kind.name() + " and apiVersion " + kind.apiVersion() + " in the object");
        }
        return said.equals(kind.name()) ? null : Answer.invalid("kind", "FieldValueInvalid", "must be " + kind.name());
    }

    Answer update() {
        var refused = Options.refuseWrite(call, "UpdateOptions");
        if (refused != null) {
            return refused;
        }
        var misnamed = refuseOtherType();
        if (misnamed != null) {
            return misnamed;
        }
        var sent = decoded(Strictness.dropping(Options.mode(call)));
        if (!sent.name().equals(place.name())) {
            return Answer.failure(
                    400,
                    "BadRequest",
                    "the name of the object (" + sent.name() + ") does not match the name on the URL (" + place.name()
                            + ")");
        }
        if (kind.namespaced()
                && !sent.namespace().isEmpty()
                && !sent.namespace().equals(place.namespace())) {
            return wrongNamespace();
        }
        int code = client.find(kind, key()).isPresent() ? 200 : 201;
        return Answer.of(code, served(client.update(placed(sent), options())));
    }

    Answer patch() {
        var patch = patchOf(call.mediaType(), Router.tree(call));
        if (patch == null) {
            return Answer.failure(415, "UnsupportedMediaType", "415: Unsupported Media Type");
        }
        var refused = Options.refusePatch(call);
        if (refused != null) {
            return refused;
        }
        int code = client.find(kind, key()).isPresent() ? 200 : 201;
        return Answer.of(code, served(client.patch(kind, key(), patch, options())));
    }

    Answer delete() {
        var refused = Options.refuseDelete(call);
        return refused == null ? delete(Options.delete(call)) : refused;
    }

    private Answer delete(DeleteOptions options) {
        var last = client.delete(kind, key(), options);
        boolean gone = options.dryRun()
                ? !last.isTerminating()
                : client.find(kind, key()).isEmpty();
        if (gone && !ANSWERED_WHEN_GONE.contains(kind.name())) {
            return Answer.of(200, success(last));
        }
        return Answer.of(!gone && Options.deletesDependents(call) ? 202 : 200, served(last));
    }

    Answer deleteAll() {
        var unfit = Options.refuseList(call);
        var refused = unfit == null ? Options.refuseDelete(call) : unfit;
        if (refused != null) {
            return refused;
        }
        var list = client.deleteCollection(kind, place.namespace(), Options.list(call), Options.delete(call));
        return Answer.of(200, list(list.items(), list.resourceVersion(), list.continueToken(), list.remaining()));
    }

    Answer bind() {
        var binding = Trees.fromTree(Schema.of(Binding.class), Router.tree(call), Strictness.ignoring());
        if (!binding.metadata().name().equals(place.name())) {
            return misnamed("Binding");
        }
        client.bind(binding.withMetadata(binding.metadata().withNamespace(place.namespace())), Options.write(call));
        return Answer.of(201, success().put("code", 201).build());
    }

    Answer evict() {
        var eviction = Trees.fromTree(Schema.of(Eviction.class), Router.tree(call), Strictness.ignoring());
        if (!eviction.metadata().name().equals(place.name())) {
            return misnamed("Eviction object");
        }
        client.evict(eviction.withMetadata(eviction.metadata().withNamespace(place.namespace())), Options.write(call));
        return Answer.of(201, success().put("code", 201).build());
    }

    private static Answer misnamed(String what) {
        return Answer.failure(400, "BadRequest", "name in URL does not match name in " + what);
    }

    WriteOptions options() {
        return Options.write(call).on(place.subresource());
    }

    private T decoded(Strictness strictness) {
        return switch (call.body()) {
            case Call.Body.Tree tree -> Trees.fromTree(kind, stored(tree.json()), strictness);
            case Call.Body.Text text -> {
                var bytes = text.text().getBytes(StandardCharsets.UTF_8);
                if (call.mediaType().endsWith("protobuf")) {
                    throw new IllegalArgumentException(
                            "the body does not begin as a protobuf message of Kubernetes does");
                }
                yield call.mediaType().endsWith("yaml")
                        ? YamlReader.plain().read(kind, bytes, strictness)
                        : JsonReader.plain().read(kind, bytes, strictness);
            }
        };
    }

    private Json stored(Json tree) {
        var version = place.version();
        return version != null && tree instanceof JsonObject object ? version.stored(object) : tree;
    }

    JsonObject served(T object) {
        var tree = Trees.toTree(object);
        var version = place.version();
        return version == null ? tree : version.served(tree);
    }

    private T placed(T sent) {
        return kind.namespaced() && sent.namespace().isEmpty()
                ? sent.withMetadata(sent.metadata().withNamespace(place.namespace()))
                : sent;
    }

    private static Answer wrongNamespace() {
        return Answer.failure(
                400,
                "BadRequest",
                "the namespace of the provided object does not match the namespace sent on the request");
    }

    /** The patch of a content type, or null if there is none of it. */
    static @Nullable Patch patchOf(String contentType, Json body) {
        return switch (contentType) {
            case "application/strategic-merge-patch+json" -> new Patch.Strategic(body);
            case "application/merge-patch+json" -> new Patch.Merge(body);
            case "application/json-patch+json" -> new Patch.JsonPatch(body);
            case "application/apply-patch+yaml" -> new Patch.Apply(body);
            default -> null;
        };
    }

    private JsonObject list(List<T> items, String version, String continueToken, @Nullable Long remaining) {
        var metadata = JsonObject.builder().put("resourceVersion", version);
        if (!continueToken.isEmpty()) {
            metadata.put("continue", continueToken);
        }
        if (remaining != null) {
            metadata.put("remainingItemCount", remaining);
        }
        var trees = items.stream()
                .map(item -> (Json) Trees.toTree(item).without("apiVersion").without("kind"))
                .toList();
        return JsonObject.builder()
                .put("apiVersion", kind.apiVersion())
                .put("kind", kind.name() + "List")
                .put("metadata", metadata.build())
                .put("items", JsonArray.of(trees))
                .build();
    }

    private JsonObject success(T gone) {
        var details = JsonObject.builder()
                .put("name", gone.name())
                .put("kind", kind.plural())
                .put("uid", gone.uid());
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        return success().put("details", details.build()).build();
    }

    private static JsonObject.Builder success() {
        return JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "Status")
                .put("metadata", JsonObject.EMPTY)
                .put("status", "Success");
    }

    /** A header has one line, so what is said in several is not said. */
    private static boolean fitsHeader(String sentence) {
        return sentence.chars().noneMatch(Character::isISOControl);
    }

    /** A sentence as a {@code Warning} header carries it. */
    private static String warning(String sentence) {
        return "299 - \"" + sentence.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
