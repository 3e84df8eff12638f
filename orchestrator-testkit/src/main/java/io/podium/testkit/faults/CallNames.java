package io.podium.testkit.faults;

import io.podium.api.meta.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names under which a plan is asked about calls; kept, because there are many calls and few names. */
final class CallNames {
    private final Map<String, Map<String, Call>> calls = new ConcurrentHashMap<>(); // looked up, never iterated

    /**
     * The names of one call.
     *
     * @param call verb and plural, as in {@code update.pods}
     * @param slow asked for how long it takes on its way
     * @param fail asked whether it does not arrive
     * @param conflict asked whether somebody else was faster
     * @param lost asked whether its answer does not arrive
     * @param late asked for how long its answer takes
     */
    record Call(String call, String slow, String fail, String conflict, String lost, String late) {
        Call(String call) {
            this(
                    call,
                    "client.slow." + call,
                    "client.fail." + call,
                    "client.conflict." + call,
                    "client.lost." + call,
                    "client.late." + call);
        }

        @Override
        public String toString() {
            return call;
        }
    }

    Call of(String verb, Kind<?> kind) {
        return calls.computeIfAbsent(verb, unknown -> new ConcurrentHashMap<>())
                .computeIfAbsent(kind.plural(), plural -> new Call(verb + "." + plural));
    }
}
