package io.podium.examples;

import io.podium.api.Cluster;
import io.podium.api.client.Change;
import io.podium.api.client.Follower;
import io.podium.api.client.ListOptions;
import io.podium.api.client.Scope;
import io.podium.api.core.Event;
import io.podium.api.dispatch.Trigger;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import io.podium.codec.YamlWriter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prints Events and changes of conditions as they happen, a line each, and all objects at the end. */
final class Teller implements AutoCloseable {
    private final Cluster cluster;
    private final Kinds kinds;
    private final PrintStream out;
    private final List<Told<?>> followed = new ArrayList<>();
    private final Trigger trigger;
    private final AtomicBoolean concluded = new AtomicBoolean();

    /** A kind whose changes are told. */
    private record Told<T extends ApiObject<T>>(Kind<T> kind, Follower<T> follower) {}

    Teller(Cluster cluster, Kinds kinds, PrintStream out) {
        this.cluster = cluster;
        this.kinds = kinds;
        this.out = out;
        this.trigger = cluster.dispatcher().trigger("tell", this::tell);
    }

    void start() {
        kinds.all().forEach(this::follow);
        trigger.fire();
    }

    private <T extends ApiObject<T>> void follow(Kind<T> kind) {
        var follower = cluster.client().follow(kind, Scope.ALL);
        follower.onReady(trigger::fire);
        followed.add(new Told<>(kind, follower));
    }

    private void tell() {
        followed.forEach(this::tell);
    }

    private <T extends ApiObject<T>> void tell(Told<T> told) {
        for (var change : told.follower().advance()) {
            if (change.after() instanceof Event event) {
                out.printf(
                        "%s %s %s/%s: %s%s%n",
                        event.type(),
                        event.reason(),
                        event.involvedObject().kind(),
                        event.involvedObject().name(),
                        event.message(),
                        event.count() > 1 ? " (x" + event.count() + ")" : "");
            } else {
                tellConditions(told.kind(), change);
            }
        }
    }

    private <T extends ApiObject<T>> void tellConditions(Kind<T> kind, Change<T> change) {
        var after = change.after();
        if (after == null) {
            return;
        }
        var before = ConditionLines.of(change.before());
        ConditionLines.of(after).stream()
                .filter(line -> !before.contains(line))
                .forEach(line -> out.printf("%s/%s %s%n", kind.name(), after.name(), line));
    }

    /** Prints all objects, once. */
    void conclude() {
        if (!concluded.compareAndSet(false, true)) {
            return;
        }
        var objects = new ArrayList<ApiObject<?>>();
        for (var kind : kinds.all()) {
            if (!kind.name().equals("Event") && !kind.name().equals("Lease")) {
                objects.addAll(list(kind));
            }
        }
        out.print(YamlWriter.writeAll(objects));
        out.flush();
    }

    private <T extends ApiObject<T>> List<T> list(Kind<T> kind) {
        return cluster.client().list(kind, "", ListOptions.ALL).items();
    }

    @Override
    public void close() {
        trigger.cancel();
        followed.forEach(each -> each.follower().close());
    }
}
