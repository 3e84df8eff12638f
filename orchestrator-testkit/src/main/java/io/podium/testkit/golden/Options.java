package io.podium.testkit.golden;

import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.client.WriteOptions.FieldValidation;
import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.api.meta.Selector;
import io.podium.api.schema.Schema;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parameters of a request and, of a deletion, its body ask for. */
final class Options {
    private static final List<String> MODES = List.of("", "Ignore", "Strict", "Warn");
    private static final List<String> PROPAGATIONS = List.of("Foreground", "Background", "Orphan");
    private static final List<String> DRY_RUNS = List.of("", "All");
    private static final List<String> BODIES =
            List.of("", "application/json", "application/yaml", "application/vnd.kubernetes.protobuf");
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String MATCH = "resourceVersionMatch";
    private static final String NOT_OLDER = "NotOlderThan";
    private static final int LONGEST_MANAGER = 128;

    private Options() {}

    static ListOptions list(Call call) {
        return new ListOptions(
                call.query().containsKey("labelSelector")
                        ? Selector.parse(call.parameter("labelSelector"))
                        : Selector.everything(),
                FieldSelector.parse(call.parameter("fieldSelector")),
                number(call, "limit").orElse(0L).intValue(),
                call.parameter("continue"),
                call.parameter("resourceVersion"),
                call.parameter("resourceVersionMatch"));
    }

    static @Nullable Answer refuseList(Call call) {
        number(call, "timeoutSeconds");
        return !call.query().containsKey("sendInitialEvents")
                ? null
                : Answer.invalid("sendInitialEvents", "FieldValueForbidden", "sendInitialEvents is forbidden for list");
    }

    /** Why a watch is refused; null if it is not. */
    static @Nullable Answer refuseWatch(Call call) {
        number(call, "timeoutSeconds");
        number(call, "limit");
        boolean initial = call.query().containsKey("sendInitialEvents");
        var match = call.parameter("resourceVersionMatch");
        var reasons = new ArrayList<String>();
        if (initial ? !match.equals(NOT_OLDER) : !match.isEmpty()) {
            reasons.add("FieldValueForbidden");
        }
        if (!match.isEmpty() && !match.equals(NOT_OLDER)) {
            reasons.add("FieldValueNotSupported");
        }
        return reasons.isEmpty()
                ? null
                : Answer.invalid(MATCH, reasons, "say sendInitialEvents and " + NOT_OLDER + ", or neither");
    }

    static WriteOptions write(Call call) {
        var options = WriteOptions.by(call.parameter("fieldManager")).validated(validation(call));
        if (call.query().containsKey("force") && isTrue(call.parameter("force"))) {
            options = options.forced();
        }
        return call.parameter("dryRun").isEmpty() ? options : options.asDryRun();
    }

    /** Why a request that creates or changes something is refused before its body is read; null if it is not. */
    static @Nullable Answer refuseWrite(Call call, String options) {
        if (!call.method().equals("PATCH") && !BODIES.contains(call.mediaType())) {
            return Answer.failure(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format; send application/json or application/yaml");
        }
        if (!DRY_RUNS.contains(call.parameter("dryRun"))) {
            return Answer.invalid("dryRun", "FieldValueNotSupported", options + ": use All");
        }
        if (!MODES.contains(call.parameter("fieldValidation"))) {
            return Answer.invalid("fieldValidation", "FieldValueNotSupported", options + ": use one of " + MODES);
        }
        if (call.parameter("fieldManager").getBytes(StandardCharsets.UTF_8).length > LONGEST_MANAGER) {
            return Answer.invalid(
                    "fieldManager", "FieldValueTooLong", options + ": at most " + LONGEST_MANAGER + " bytes");
        }
        return null;
    }

    /** Why a patch is refused before its body is read; null if it is not. */
    static @Nullable Answer refusePatch(Call call) {
        boolean apply = call.mediaType().equals(APPLY);
        if (!apply && call.query().containsKey("force")) {
            return Answer.invalid("force", "FieldValueForbidden", "PatchOptions: only an apply patch may be forced");
        }
        if (apply && call.parameter("fieldManager").isEmpty()) {
            return Answer.invalid("fieldManager", "FieldValueRequired", "PatchOptions: an apply patch needs a manager");
        }
        return refuseWrite(call, "PatchOptions");
    }

    static Strictness.Mode mode(Call call) {
        return Strictness.Mode.valueOf(validation(call).name());
    }

    private static FieldValidation validation(Call call) {
        var mode = call.parameter("fieldValidation");
        return mode.isEmpty() ? FieldValidation.WARN : FieldValidation.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    /** What a deletion asks for in its body, or in its parameters if it has no body. */
    static DeleteOptions delete(Call call) {
        var asked = asked(call);
        var propagation = text(asked, "propagationPolicy");
        var orphan = asked.at("orphanDependents").map(Options::isTrue);
        return new DeleteOptions(
                graceOf(asked).map(Duration::ofSeconds).orElse(null),
                propagation.isEmpty()
                        ? orphan.map(yes -> yes ? Propagation.ORPHAN : Propagation.BACKGROUND)
                                .orElse(null)
                        : Propagation.valueOf(propagation.toUpperCase(Locale.ROOT)),
                asked.at("preconditions", "uid").flatMap(Json::asText).orElse(""),
                asked.at("preconditions", "resourceVersion")
                        .flatMap(Json::asText)
                        .orElse(""),
                !dryRuns(asked).isEmpty());
    }

    static @Nullable Answer refuseDelete(Call call) {
        var asked = asked(call);
        var kind = text(asked, "kind");
        if (!kind.isEmpty() && !kind.equals("DeleteOptions")) {
            return Answer.failure(400, "BadRequest", "the body of a deletion is a DeleteOptions, not a " + kind);
        }
        graceOf(asked);
        var said = asked.at("propagationPolicy").filter(policy -> !policy.isNull());
        if (said.isPresent() && !PROPAGATIONS.contains(text(asked, "propagationPolicy"))) {
            return Answer.invalid("propagationPolicy", "FieldValueNotSupported", "use one of " + PROPAGATIONS);
        }
        if (said.isPresent() && asked.at("orphanDependents").isPresent()) {
            return Answer.invalid("propagationPolicy", "FieldValueInvalid", "say it or orphanDependents, not both");
        }
        return DRY_RUNS.containsAll(dryRuns(asked))
                ? null
                : Answer.invalid("dryRun", "FieldValueNotSupported", "use All");
    }

    /** Whether a deletion asks in the old way that what the object owns be deleted. */
    static boolean deletesDependents(Call call) {
        return asked(call)
                .at("orphanDependents")
                .filter(orphan -> !isTrue(orphan))
                .isPresent();
    }

    private static JsonObject asked(Call call) {
        if (Router.tree(call) instanceof JsonObject body) {
            Trees.fromTree(
                    Schema.of(io.podium.api.meta.DeleteOptions.class),
                    body.without("apiVersion").without("kind"),
                    Strictness.ignoring());
            return body;
        }
        var asked = JsonObject.builder();
        call.query().forEach((name, value) -> asked.put(name, Json.of(value)));
        return asked.build();
    }

    private static String text(JsonObject asked, String name) {
        return asked.at(name).flatMap(Json::asText).orElse("");
    }

    private static List<String> dryRuns(JsonObject asked) {
        return switch (asked.at("dryRun").orElse(Json.NULL)) {
            case JsonArray list ->
                list.items().stream().flatMap(item -> item.asText().stream()).toList();
            case JsonString one -> List.of(one.value());
            default -> List.of();
        };
    }

    private static boolean isTrue(Json flag) {
        return flag.asText().map(Options::isTrue).orElseGet(() -> flag.equals(Json.of(true)));
    }

    /** A parameter is true unless it says that it is not. */
    private static boolean isTrue(String parameter) {
        return !parameter.equals("0") && !parameter.equalsIgnoreCase("false");
    }

    private static Optional<Long> graceOf(JsonObject asked) {
        return asked.at("gracePeriodSeconds").filter(grace -> !grace.isNull()).map(Options::seconds);
    }

    private static long seconds(Json grace) {
        return grace.asLong()
                .or(() -> grace.asText().filter(text -> !text.isEmpty()).map(Long::parseLong))
                .orElseThrow(() -> new IllegalArgumentException("gracePeriodSeconds must be a number"));
    }

    private static Optional<Long> number(Call call, String parameter) {
        return call.query().containsKey(parameter)
                ? Optional.of(Long.parseLong(call.parameter(parameter))) // NumberFormatException: 400
                : Optional.empty();
    }
}
