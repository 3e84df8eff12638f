package io.podium.testkit.golden.lifecycle;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.JsonObject;
import io.podium.testkit.golden.lifecycle.LifecycleCase.Fields;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Runs one recorded pod in real time. */
final class CaseRun {
    /** How long a pod is watched after the recording ends, for steps that come a little later here. */
    private static final double GRACE_SECONDS = 4;
    /** A recording that is longer waits for a kubelet that looks for changed objects once a minute; this node's agent does so at once. */
    private static final double MOST_SECONDS = 60;

    private static final double NOTICED_SECONDS = 10;

    private final LifecycleCase recorded;
    private final LifecycleCluster cluster;
    private final Dispatcher dispatcher;
    private long created;

    CaseRun(LifecycleCase recorded, LifecycleCluster cluster) {
        this.recorded = recorded;
        this.cluster = cluster;
        dispatcher = cluster.dispatcher();
    }

    /** Runs the pod, and removes it. */
    Observed run() throws InterruptedException {
        var actions = recorded.actions().stream()
                .sorted(Comparator.comparing(action -> Fields.number(action, "at")))
                .toList();
        actions.stream().filter(action -> Fields.number(action, "at") < 0).forEach(this::act);
        created = dispatcher.nanos();
        cluster.create(recorded);
        actAll(actions.stream()
                .filter(action -> Fields.number(action, "at") >= 0)
                .toList());
        double end = end(recorded);
        sleepUntil(end);
        var logs = cluster.logs(recorded);
        sleepUntil(end + GRACE_SECONDS);
        var observed = cluster.recorder().observed(recorded.name(), logs);
        cluster.remove(recorded.name());
        return observed;
    }

    /** When the pod has been watched for long enough, in seconds after it was created. */
    static double end(LifecycleCase recorded) {
        if (recorded.seconds() <= MOST_SECONDS) {
            return recorded.seconds();
        }
        return NOTICED_SECONDS
                + recorded.actions().stream()
                        .mapToDouble(action -> Fields.number(action, "at"))
                        .max()
                        .orElse(0);
    }

    private void actAll(List<JsonObject> actions) throws InterruptedException {
        for (var action : actions) {
            sleepUntil(Fields.number(action, "at"));
            act(action);
        }
    }

    private void act(JsonObject action) {
        cluster.act(recorded.name(), action);
    }

    private void sleepUntil(double seconds) throws InterruptedException {
        long left = created + (long) (seconds * 1e9) - dispatcher.nanos();
        if (left > 0) {
            dispatcher.sleep(Duration.ofNanos(left));
        }
    }
}
