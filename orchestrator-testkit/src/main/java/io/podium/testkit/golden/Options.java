package io.podium.testkit.golden;

import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.client.WriteOptions.FieldValidation;
import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Json;
import io.podium.api.meta.Selector;
import io.podium.codec.Strictness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parameters of a request and, of a deletion, its body ask for. */
final class Options {
    private static final List<String> MODES = List.of("", "Ignore", "Strict", "Warn");
    private static final List<String> PROPAGATIONS = List.of("", "Foreground", "Background", "Orphan");
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
        return call.parameter("sendInitialEvents").isEmpty()
                ? null
                : Answer.invalid("sendInitialEvents", "FieldValueForbidden", "sendInitialEvents is forbidden for list");
    }

    static WriteOptions write(Call call) {
        var options = WriteOptions.by(call.parameter("fieldManager")).validated(validation(call));
        if (call.parameter("force").equals("true")) {
            options = options.forced();
        }
        return call.parameter("dryRun").isEmpty() ? options : options.asDryRun();
    }

    static @Nullable Answer refuseWrite(Call call, String options) {
        if (!MODES.contains(call.parameter("fieldValidation"))) {
            return Answer.invalid("fieldValidation", "FieldValueNotSupported", options + ": use one of " + MODES);
        }
        if (call.parameter("fieldManager").getBytes(StandardCharsets.UTF_8).length > LONGEST_MANAGER) {
            return Answer.invalid(
                    "fieldManager", "FieldValueTooLong", options + ": at most " + LONGEST_MANAGER + " bytes");
        }
        return switch (call.contentType()) {
            case "text/csv" ->
                Answer.failure(
                        415,
                        "UnsupportedMediaType",
                        "the body of the request was in an unknown format; send application/json or application/yaml");
            default -> null;
        };
    }

    static Strictness.Mode mode(Call call) {
        return Strictness.Mode.valueOf(validation(call).name());
    }

    private static FieldValidation validation(Call call) {
        var mode = call.parameter("fieldValidation");
        return mode.isEmpty() ? FieldValidation.WARN : FieldValidation.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    static DeleteOptions delete(Call call) {
        var body = body(call);
        var grace = number(call, "gracePeriodSeconds").or(() -> graceOf(body));
        var propagation = propagation(call, body);
        return new DeleteOptions(
                grace.map(Duration::ofSeconds).orElse(null),
                propagation.isEmpty() ? null : Propagation.valueOf(propagation.toUpperCase(Locale.ROOT)),
                body.at("preconditions", "uid").flatMap(Json::asText).orElse(""),
                body.at("preconditions", "resourceVersion")
                        .flatMap(Json::asText)
                        .orElse(""),
                !call.parameter("dryRun").isEmpty());
    }

    static @Nullable Answer refuseDelete(Call call) {
        var body = body(call);
        var propagation = propagation(call, body);
        if (!PROPAGATIONS.contains(propagation)) {
            return Answer.invalid("propagationPolicy", "FieldValueNotSupported", "use one of " + PROPAGATIONS);
        }
        if (!propagation.isEmpty() && body.at("orphanDependents").isPresent()) {
            return Answer.invalid("propagationPolicy", "FieldValueInvalid", "say it or orphanDependents, not both");
        }
        return List.of("", "All").contains(call.parameter("dryRun"))
                ? null
                : Answer.invalid("dryRun", "FieldValueNotSupported", "use All");
    }

    private static String propagation(Call call, Json body) {
        return call.query().containsKey("propagationPolicy")
                ? call.parameter("propagationPolicy")
                : body.at("propagationPolicy").flatMap(Json::asText).orElse("");
    }

    private static Json body(Call call) {
        return call.method().equals("DELETE") ? Router.tree(call) : Json.NULL;
    }

    private static Optional<Long> graceOf(Json body) {
        return body.at("gracePeriodSeconds")
                .map(seconds -> seconds.asLong()
                        .orElseThrow(() -> new IllegalArgumentException("gracePeriodSeconds must be a number")));
    }

    private static Optional<Long> number(Call call, String parameter) {
        var text = call.parameter(parameter);
        return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text)); // NumberFormatException: 400
    }
}
