package io.podium.testkit.golden;

import java.util.List;

/** All that can be replayed, in the order of reports. */
final class Replays {
    private static final List<Replay> ALL = List.of(
            new CreateReplay(),
            new UpdateReplay(),
            new PatchReplay(),
            new ApplyReplay(),
            new LooseReplay(),
            new QuantityReplay(),
            new NameReplay(),
            new SelectorReplay(),
            new DeleteReplay(),
            new WatchReplay(),
            new TableReplay(),
            new SchedulingReplay("schedule-basic.jsonl", true),
            new SchedulingReplay("schedule-full.jsonl", false),
            new DiscoveryReplay(),
            new ScenarioReplay());

    private Replays() {}

    /** Those that there are recordings of; of one file only if it is named. */
    static List<Replay> of(Recordings recordings, String file) {
        return ALL.stream()
                .filter(replay -> file.isEmpty() || replay.title().equals(file))
                .filter(replay -> replay.isIn(recordings))
                .toList();
    }
}
