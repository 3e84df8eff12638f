package io.podium.testkit.invariant;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.OwnerReference;
import io.podium.api.store.StoreEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * No pod is created that its owner does not want: with it, a replica set has no more active pods than it has asked for within the last minutes, which
 * is how far its controller may be behind, and a job has no more active pods than its parallelism, nor more active and successful ones than
 * its completions. A controller that forgets what it has created, or whose pods it counted, creates some twice.
 */
public final class NoSurplus implements StoreInvariant {
    private static final long MEMORY = Duration.ofMinutes(3).toNanos();

    private final LongSupplier nanos;
    private final Violations violations = new Violations();
    private final Map<String, Wanted> sets = new TreeMap<>();
    private final Map<String, Job> jobs = new TreeMap<>();
    private final Map<String, Map<String, Pod>> pods = new TreeMap<>();

    /**
     * Nothing seen yet.
     *
     * @param nanos tells the time, as {@code Dispatcher.nanos} does
     */
    public NoSurplus(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What a replica set has asked for of late. */
    private static final class Wanted {
        private record Size(int replicas, long until) {}

        private final ArrayDeque<Size> past = new ArrayDeque<>();
        private int present;

        void resize(int replicas, long now) {
            if (replicas != present) {
                past.add(new Size(present, now));
                present = replicas;
            }
        }

        int most(long now) {
            while (!past.isEmpty() && now - past.peek().until() > MEMORY) {
                past.remove();
            }
            return Math.max(
                    present, past.stream().mapToInt(Size::replicas).max().orElse(0));
        }
    }

    @Override
    public void committed(StoreEvent event) {
        switch (event) {
            case StoreEvent.Put put -> {
                switch (put.stored().value()) {
                    case ReplicaSet set ->
                        sets.computeIfAbsent(set.uid(), uid -> new Wanted())
                                .resize(set.spec().replicasOrDefault(), nanos.getAsLong());
                    case Job job -> jobs.put(job.uid(), job);
                    case Pod pod -> seen(pod, put.replaced() == null);
                    default -> {}
                }
            }
            case StoreEvent.Delete delete -> {
                if (delete.stored().value() instanceof ApiObject<?> object) {
                    gone(object);
                }
            }
        }
    }

    private void gone(ApiObject<?> object) {
        sets.remove(object.uid());
        jobs.remove(object.uid());
        pods.remove(object.uid());
        if (object instanceof Pod) {
            pods.values().forEach(owned -> owned.remove(object.uid()));
        }
    }

    private void seen(Pod pod, boolean created) {
        var controller = controller(pod);
        pods.forEach((owner, owned) -> {
            if (controller.filter(owner::equals).isEmpty()) {
                owned.remove(pod.uid());
            }
        });
        controller.ifPresent(owner -> {
            var owned = pods.computeIfAbsent(owner, uid -> new TreeMap<>());
            owned.put(pod.uid(), pod);
            if (created) {
                check(pod, owner, List.copyOf(owned.values()));
            }
        });
    }

    private void check(Pod pod, String owner, List<Pod> owned) {
        long active = owned.stream()
                .filter(each -> !each.isTerminating() && !LegalLives.hasEnded(each))
                .count();
        var set = sets.get(owner);
        if (set != null && active > set.most(nanos.getAsLong())) {
            violations.add("Pod " + pod.key() + " is one too many: its replica set has " + active
                    + " active pods and wanted at most " + set.most(nanos.getAsLong()));
        }
        var job = jobs.get(owner);
        if (job != null) {
            check(pod, job, active, owned);
        }
    }

    private void check(Pod pod, Job job, long active, List<Pod> owned) {
        var parallelism = job.spec().parallelism();
        var completions = job.spec().completions();
        long succeeded = owned.stream()
                .filter(each -> !each.isTerminating() && each.status().phase().equals("Succeeded"))
                .count();
        if (parallelism != null && active > parallelism || completions != null && active + succeeded > completions) {
            violations.add("Pod " + pod.key() + " is one too many: its job has " + active + " active pods and "
                    + succeeded + " that have succeeded, of " + completions + " completions and parallelism "
                    + parallelism);
        }
    }

    private static Optional<String> controller(Pod pod) {
        return pod.metadata().ownerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.controller()))
                .map(OwnerReference::uid)
                .findFirst();
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
