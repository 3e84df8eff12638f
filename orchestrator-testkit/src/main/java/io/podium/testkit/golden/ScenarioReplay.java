package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.testkit.golden.Verdict.Outcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code controllers}: scenarios of all controllers and the scheduler, on nodes that the harness plays. */
final class ScenarioReplay implements Replay {
    private static final String FOLDER = "controllers";
    private static final List<String> DEMANDED = List.of("deploy-", "rs-", "gc-", "node-down", "job-");

    @Override
    public String file() {
        return FOLDER + ".jsonl";
    }

    @Override
    public boolean isIn(Recordings recordings) {
        return recordings.has(file()) || !recordings.folder(FOLDER).isEmpty();
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        try (var scenarios = recordings.has(file())
                ? recordings.lines(file())
                : recordings.folder(FOLDER).stream().map(recordings::text)) {
            verdicts(scenarios).forEach(verdicts);
        }
    }

    private static Stream<Verdict> verdicts(Stream<String> scenarios) {
        return scenarios.map(Recordings::parse).map(ScenarioReplay::verdict);
    }

    private static Verdict verdict(JsonObject recorded) {
        var name = Comparison.text(recorded, "scenario");
        boolean demanded = DEMANDED.stream().anyMatch(name::startsWith);
        var differences = demanded ? Scenario.play(recorded) : List.<String>of();
        var outcome = !demanded ? Outcome.LATER : differences.isEmpty() ? Outcome.AGREES : Outcome.DISAGREES;
        return new Verdict(FOLDER + "/" + name, kind(recorded), name, outcome, differences, "");
    }

    /** The kind of the first object that somebody sent. */
    private static String kind(JsonObject recorded) {
        return recorded.at("log").orElse(JsonArray.EMPTY) instanceof JsonArray log
                ? log.items().stream()
                        .flatMap(step -> step.at("sent", "kind").flatMap(Json::asText).stream())
                        .findFirst()
                        .orElse("none")
                : "none";
    }
}
