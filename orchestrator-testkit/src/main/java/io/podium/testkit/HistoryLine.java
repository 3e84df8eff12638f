package io.podium.testkit;

import io.podium.api.meta.ApiObject;
import io.podium.api.store.StoreEvent;
import io.podium.codec.JsonWriter;
import java.nio.charset.StandardCharsets;

/** A committed write as a line of history. */
final class HistoryLine {
    private HistoryLine() {}

    /** Revision, verb and key, and behind them the object as JSON if that is wanted. */
    static String of(StoreEvent event, boolean objects) {
        var verb = event instanceof StoreEvent.Put ? " put " : " delete ";
        var line = event.revision() + verb + event.key();
        return objects && event.stored().value() instanceof ApiObject<?> object
                ? line + " " + new String(JsonWriter.write(object), StandardCharsets.UTF_8)
                : line;
    }
}
