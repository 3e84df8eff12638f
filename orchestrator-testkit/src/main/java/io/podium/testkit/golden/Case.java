package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.testkit.golden.Verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One recorded case: a line of a file.
 *
 * @param file the recording, without its ending
 * @param line the text of the line
 * @param json the line
 */
record Case(String file, String line, JsonObject json) {
    private static final int ID_DIGITS = 10;
    private static final int SHOWN = 400;

    static Case of(String file, String line) {
        return new Case(file, line, Recordings.parse(line));
    }

    Verdict verdict(String kind, List<String> differences) {
        var outcome = differences.isEmpty() ? Outcome.AGREES : Outcome.DISAGREES;
        return new Verdict(file, kind, id(), outcome, differences, shown());
    }

    Verdict later(String kind) {
        return new Verdict(file, kind, id(), Outcome.LATER, List.of(), shown());
    }

    String text(String name) {
        return optionalText(name).orElse("");
    }

    Optional<String> optionalText(String name) {
        return json.at(name).flatMap(Json::asText);
    }

    int code() {
        return json.at("code").flatMap(Json::asLong).orElse(0L).intValue();
    }

    JsonObject answer() {
        return json.get("answer") instanceof JsonObject answer ? answer : JsonObject.EMPTY;
    }

    private String shown() {
        var input = json.without("answer").without("steps").without("nodes").toString();
        return input.length() > SHOWN ? input.substring(0, SHOWN) + "…" : input;
    }

    private String id() {
        var label = optionalText("case")
                .or(() -> optionalText("base"))
                .or(() -> optionalText("name"))
                .or(() -> optionalText("kind"))
                .orElse(file);
        return label.replace('\t', ' ') + "#" + digest(line);
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
