package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobStatus;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Lister;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.UnknownOutcomeException;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.EventRecorder;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import io.podium.controller.kit.Ownership;
import io.podium.controller.kit.Pods;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes a {@link Job} further: counts the pods that have ended, starts or stops others, and ends the job when it is time. */
final class JobReconciler implements Reconciler {
    private static final int BURST = 500;

    private final Client client;
    private final Lister<Job> jobs;
    private final Lister<Pod> pods;
    private final Ownership<Pod> ownership;
    private final EventRecorder events;
    private final Dispatcher dispatcher;
    private final Accounting accounting;

    JobReconciler(ControllerContext context) {
        this.client = context.client();
        this.jobs = context.lister(Job.KIND);
        this.pods = context.lister(Pod.KIND);
        this.ownership = new Ownership<>(client, pods);
        this.events = context.events();
        this.dispatcher = context.dispatcher();
        this.accounting = new Accounting(client);
    }

    @Override
    public Result reconcile(ObjectKey key) {
        var found = jobs.find(key);
        if (found.isEmpty()) {
            return Result.done();
        }
        var job = found.get();
        var owned = new JobPods(job, ownership.claim(job, Selector.of(job.spec().selector())));
        if (Outcome.isFinal(job.status()) || job.isTerminating()) {
            owned.pods().stream()
                    .filter(pod -> pod.metadata().finalizers().contains(JobPods.TRACKING))
                    .filter(pod -> job.isTerminating() || Pods.hasEnded(pod))
                    .forEach(accounting::release);
            return Result.done();
        }
        return advance(counted(owned));
    }

    /** Counts the pods that have ended; answers the same pods, for one that has ended since is not counted and must not be replaced. */
    private JobPods counted(JobPods owned) {
        var job = owned.job();
        var noted = Accounting.noted(owned, started(job));
        var outcome = Outcome.of(owned, noted, dispatcher.now());
        if (outcome.isPresent()) {
            noted = outcome.get().foretold(noted, dispatcher.now());
        }
        if (owned.tracked("Succeeded").isEmpty() && owned.tracked("Failed").isEmpty()) {
            return new JobPods(job.withStatus(Accounting.counted(job.withStatus(noted))), owned.pods());
        }
        var stored = write(job, withSizes(owned, noted));
        accounting.release(owned);
        return new JobPods(stored.withStatus(Accounting.counted(stored)), owned.pods());
    }

    private JobStatus started(Job job) {
        boolean begins = job.status().startTime() == null
                && !Boolean.TRUE.equals(job.spec().suspend());
        return begins ? job.status().withStartTime(dispatcher.now().truncatedTo(ChronoUnit.SECONDS)) : job.status();
    }

    private Result advance(JobPods owned) {
        var status = owned.job().status();
        var outcome = Outcome.of(owned, status, dispatcher.now());
        return outcome.isPresent() ? end(owned, status, outcome.get()) : run(owned, status);
    }

    private Result end(JobPods owned, JobStatus status, Outcome outcome) {
        var foretold = outcome.foretold(status, dispatcher.now());
        var active = owned.active();
        delete(owned.job(), active);
        var left = new JobPods(owned.job(), claimed(owned.job()));
        boolean over = left.active().isEmpty() && left.terminating() == 0;
        write(owned.job(), withSizes(left, over ? outcome.told(foretold, dispatcher.now()) : foretold));
        if (over && outcome.succeeded()) {
            events.normal(owned.job(), "Completed", "Job completed");
        } else if (over) {
            events.warning(owned.job(), outcome.reason(), outcome.message());
        }
        return Result.done();
    }

    private Result run(JobPods owned, JobStatus status) {
        var active = owned.active();
        int wanted = owned.wanted(Accounting.succeeded(status), active.size());
        var wait = Duration.ZERO;
        Optional<ApiException> failure = Optional.empty();
        if (active.size() > wanted) {
            delete(owned.job(), active.subList(wanted, active.size()));
        } else if (active.size() < wanted) {
            wait = FailureBackoff.left(owned.pods(), dispatcher.now());
            if (wait.isZero()) {
                failure = create(owned, Math.min(BURST, wanted - active.size()));
            }
        }
        write(owned.job(), withSizes(new JobPods(owned.job(), claimed(owned.job())), status));
        failure.ifPresent(problem -> {
            throw problem;
        });
        return later(owned.job(), wait);
    }

    private Result later(Job job, Duration wait) {
        var deadline = Outcome.untilDeadline(job, dispatcher.now()).filter(left -> !left.isZero());
        if (wait.isZero() && deadline.isEmpty()) {
            return Result.done();
        }
        var soonest = deadline.filter(left -> wait.isZero() || left.compareTo(wait) < 0)
                .orElse(wait);
        return Result.requeueAfter(soonest);
    }

    private Optional<ApiException> create(JobPods owned, int count) {
        try {
            for (var pod : owned.isIndexed() ? indexedPods(owned, count) : plainPods(owned.job(), count)) {
                var created = client.create(pod, WriteOptions.PLAIN);
                events.normal(owned.job(), "SuccessfulCreate", "Created pod: " + created.name());
            }
            return Optional.empty();
        } catch (UnknownOutcomeException e) {
            throw e; // nothing can be said of the job before it is known what there is
        } catch (ApiException e) {
            events.warning(owned.job(), "FailedCreate", "Error creating: " + e.getMessage());
            return Optional.of(e);
        }
    }

    private static List<Pod> plainPods(Job job, int count) {
        return Collections.nCopies(count, PodOfJob.plain(job));
    }

    private static List<Pod> indexedPods(JobPods owned, int count) {
        var taken = Indexes.parse(owned.job().status().completedIndexes());
        taken.or(owned.activeIndexes());
        var made = new ArrayList<Pod>();
        int most = owned.job().spec().completions() == null
                ? 0
                : owned.job().spec().completions();
        for (int index = taken.nextClearBit(0);
                made.size() < count && index < most;
                index = taken.nextClearBit(index + 1)) {
            made.add(PodOfJob.indexed(owned.job(), index));
        }
        return made;
    }

    /** Deletes pods; they no longer count, so nothing has to hold them. */
    private void delete(Job job, List<Pod> surplus) {
        for (var pod : surplus) {
            try {
                if (pod.metadata().finalizers().contains(JobPods.TRACKING)) {
                    accounting.release(pod);
                }
                client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.ifUid(pod.uid()));
                events.normal(job, "SuccessfulDelete", "Deleted pod: " + pod.name());
            } catch (NotFoundException gone) {
                continue; // what was wanted
            }
        }
    }

    private List<Pod> claimed(Job job) {
        return pods.controlledBy(job);
    }

    private static JobStatus withSizes(JobPods owned, JobStatus status) {
        return status.withActive(owned.active().size()).withReady(owned.ready()).withTerminating(owned.terminating());
    }

    private Job write(Job job, JobStatus status) {
        var present = jobs.find(job.key()).map(Job::status);
        return present.isPresent() && status.equals(present.get())
                ? job.withStatus(status)
                : client.updateStatus(job.withStatus(status), WriteOptions.PLAIN);
    }
}
