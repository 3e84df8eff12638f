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
import java.util.List;
import java.util.Optional;

/** Takes a {@link Job} further: counts the pods that have ended, starts or stops others, and ends the job when it is time. */
final class JobReconciler implements Reconciler {
    private static final String MANAGER = "kubernetes.io/job-controller";

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
        var found = jobs.find(key).filter(JobReconciler::isOurs);
        if (found.isEmpty()) {
            return Result.done();
        }
        var job = found.get();
        var owned = new JobPods(job, ownership.claim(job, Selector.of(job.spec().selector())));
        if (Outcome.isFinal(job.status()) || job.isTerminating()) {
            owned.tracked().stream()
                    .filter(pod -> job.isTerminating() || Pods.hasEnded(pod))
                    .forEach(accounting::release);
            return Result.done();
        }
        return advance(new JobPods(job.withStatus(Suspension.started(job, dispatcher.now())), owned.pods()));
    }

    /** Whether nobody else has been named to take care of a job. */
    private static boolean isOurs(Job job) {
        return job.spec().managedBy() == null || job.spec().managedBy().equals(MANAGER);
    }

    private Result advance(JobPods owned) {
        var tally = Tally.of(owned);
        var outcome = Outcome.of(tally, dispatcher.now());
        var counted = counted(tally, outcome);
        return outcome.isPresent() ? end(counted, outcome.get()) : run(counted, tally);
    }

    /**
     * Counts the pods that have ended, and foretells how the job ends; answers the same pods, for one that has ended since is not counted
     * and must not be replaced.
     */
    private JobPods counted(Tally tally, Optional<Outcome> outcome) {
        var owned = tally.pods();
        var job = owned.job();
        var due = tally.due(outcome.isPresent());
        var noted = Accounting.noted(tally, due);
        if (outcome.isPresent()) {
            noted = outcome.get().foretold(noted, dispatcher.now());
        }
        if (due.isEmpty()) {
            return new JobPods(job.withStatus(Accounting.counted(job.withStatus(noted))), owned.pods());
        }
        var stored = write(job, withSizes(owned, noted));
        due.forEach(accounting::release);
        return new JobPods(stored.withStatus(Accounting.counted(stored)), owned.pods());
    }

    private Result end(JobPods owned, Outcome outcome) {
        var left = outcome.succeeded() ? withoutTheRest(owned) : withTheRestFailed(owned, outcome);
        var status = left.job().status();
        boolean over = left.active().isEmpty() && left.terminating().isEmpty();
        write(left.job(), withSizes(left, over ? outcome.told(status, dispatcher.now()) : status));
        if (over) {
            tell(left, outcome);
        }
        return Result.done();
    }

    /** Stops what still runs though it is not needed any more; it counts neither way. */
    private JobPods withoutTheRest(JobPods owned) {
        var job = owned.job();
        var present = new JobPods(job, claimed(job));
        present.terminating().stream().filter(JobPods::isTracked).forEach(accounting::release);
        deleteUncounted(job, present.active());
        return new JobPods(job, claimed(job));
    }

    /** Stops what still runs, and counts it as failed. */
    private JobPods withTheRestFailed(JobPods owned, Outcome outcome) {
        var job = owned.job();
        owned.active().forEach(pod -> delete(job, pod));
        return counted(Tally.of(new JobPods(job, claimed(job))), Optional.of(outcome));
    }

    private void tell(JobPods ended, Outcome outcome) {
        var job = ended.job();
        if (!outcome.succeeded()) {
            events.warning(job, outcome.reason(), outcome.message());
            return;
        }
        var completions = job.spec().completions();
        if (completions != null && job.status().succeeded() > completions) {
            events.warning(
                    job, "TooManySucceededPods", "Too many succeeded pods running after completion count reached");
        }
        events.normal(job, "Completed", "Job completed");
    }

    private Result run(JobPods owned, Tally tally) {
        var job = owned.job();
        var wait = Duration.ZERO;
        Optional<ApiException> failure = Optional.empty();
        var surplus = Surplus.of(owned, owned.wanted(tally.succeeded()));
        if (surplus.isEmpty()) {
            var starts = Starts.of(owned, tally, dispatcher.now());
            failure = create(job, starts.pods());
            wait = starts.delay();
        } else {
            deleteUncounted(job, surplus.subList(0, Math.min(Starts.BURST, surplus.size())));
        }
        var status = Suspension.noted(owned, job.status(), dispatcher.now());
        write(job, withSizes(new JobPods(job, claimed(job)), status));
        Suspension.tell(events, job, job.status(), status);
        failure.ifPresent(problem -> {
            throw problem;
        });
        return later(job, wait);
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

    private Optional<ApiException> create(Job job, List<Pod> missing) {
        try {
            for (var pod : missing) {
                var created = client.create(pod, WriteOptions.PLAIN);
                events.normal(job, "SuccessfulCreate", "Created pod: " + created.name());
            }
            return Optional.empty();
        } catch (UnknownOutcomeException e) {
            throw e; // nothing can be said of the job before it is known what there is
        } catch (ApiException e) {
            events.warning(job, "FailedCreate", "Error creating: " + e.getMessage());
            return Optional.of(e);
        }
    }

    /** Deletes pods that no longer count, so that nothing has to hold them. */
    private void deleteUncounted(Job job, List<Pod> surplus) {
        for (var pod : surplus) {
            if (JobPods.isTracked(pod)) {
                accounting.release(pod);
            }
            delete(job, pod);
        }
    }

    private void delete(Job job, Pod pod) {
        try {
            client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.ifUid(pod.uid()));
            events.normal(job, "SuccessfulDelete", "Deleted pod: " + pod.name());
        } catch (NotFoundException gone) {
            return; // what was wanted
        }
    }

    private List<Pod> claimed(Job job) {
        return pods.controlledBy(job);
    }

    private static JobStatus withSizes(JobPods owned, JobStatus status) {
        return status.withActive(owned.active().size())
                .withReady(owned.ready())
                .withTerminating(owned.terminating().size());
    }

    private Job write(Job job, JobStatus status) {
        var present = jobs.find(job.key()).map(Job::status);
        return present.isPresent() && status.equals(present.get())
                ? job.withStatus(status)
                : client.updateStatus(job.withStatus(status), WriteOptions.PLAIN);
    }
}
