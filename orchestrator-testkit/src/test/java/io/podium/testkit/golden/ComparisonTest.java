package io.podium.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void takesAnythingForWhatDiffersFromRunToRun() {
        var recorded = Recordings.tree("{\"uid\":\"<uid>\",\"name\":\"web-<rand-1>\",\"port\":\"<node-port>\"}");
        var ours = Recordings.tree("{\"uid\":\"6a\",\"name\":\"web-x7k2p\",\"port\":30123}");

        assertThat(Comparison.trees(recorded, ours)).isEmpty();
    }

    @Test
    void namesEachFieldThatDiffers() {
        var recorded = Recordings.tree("{\"spec\":{\"replicas\":1,\"list\":[1,2]},\"name\":\"web-<rand-1>\"}");
        var ours = Recordings.tree("{\"spec\":{\"replicas\":2,\"list\":[1]},\"name\":\"db-x\",\"more\":null}");

        assertThat(Comparison.trees(recorded, ours))
                .containsExactly(
                        ".more: nothing, got null",
                        ".name: \"web-<rand-1>\", got \"db-x\"",
                        ".spec.list[1]: 2, got nothing",
                        ".spec.replicas: 1, got 2");
    }

    @Test
    void comparesCausesAsASetAndLeavesOutThoseOfNoField() {
        var recorded = Recordings.parse("""
                {"reason": "Invalid", "details": {"causes": [
                  {"reason": "FieldValueInvalid", "field": "spec.b", "message": "ours may be better"},
                  {"reason": "FieldValueInvalid", "field": "spec.a"},
                  {"reason": "FieldValueInvalid", "field": "<nil>"}]}}""");
        var ours = Recordings.parse("""
                {"reason": "Invalid", "details": {"causes": [
                  {"reason": "FieldValueInvalid", "field": "spec.a"},
                  {"reason": "FieldValueInvalid", "field": "spec.b"}]}}""");

        assertThat(Comparison.refusals(422, recorded, Answer.of(422, ours))).isEmpty();
        assertThat(Comparison.refusals(
                        422,
                        recorded,
                        Answer.of(422, Answer.failure(422, "Invalid", "").body())))
                .singleElement()
                .asString()
                .contains("spec.a", "spec.b");
    }

    @Test
    void asksForARefusalWhereTheRecordedServerBroke() {
        var broke = Answer.failure(500, "InternalError", "a defect").body();

        assertThat(Comparison.refusals(500, broke, Answer.failure(400, "BadRequest", "")))
                .isEmpty();
        assertThat(Comparison.refusals(500, broke, Answer.failure(500, "InternalError", "")))
                .isNotEmpty();
        assertThat(Comparison.refusals(0, broke, Answer.of(201, broke))).isNotEmpty();
    }

    @Test
    void addsWhatAPatchReplacesAndIsAbsent() {
        var base = Recordings.tree("{\"spec\":{\"list\":[1,2]}}");
        var patch = Recordings.tree("""
                [{"op": "replace", "path": "/spec/a~1b", "value": 1}, {"op": "remove", "path": "/spec/list/0"},
                 {"op": "add", "path": "/spec/list/-", "value": 3}]""");

        assertThat(Requested.patched(base, patch)).isEqualTo(Recordings.tree("{\"spec\":{\"a/b\":1,\"list\":[2,3]}}"));
    }

    @Test
    void numbersHashesInTheOrderInWhichTheyAppearAndForgetsRandomEndings() {
        assertThat(List.of(SeenNames.generalized("Created pod: web-<hash-1>-<rand-12> on node-2")))
                .containsExactly("Created pod: web-<hash-1>-<rand> on <node>");
    }
}
