package io.podium.testkit.golden;

import java.util.function.Consumer;

/** {@code table}: how objects look in columns. Nothing prints Tables yet: the cases are only counted. */
final class TableReplay implements Replay {

    @Override
    public String file() {
        return "table.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        judge(recordings, each -> each.later(each.text("kind")), verdicts);
    }
}
