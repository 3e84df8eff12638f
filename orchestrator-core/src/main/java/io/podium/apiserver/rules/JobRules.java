package io.podium.apiserver.rules;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobStatus;
import io.podium.api.batch.JobStatusBuilder;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.validation.Problems;
import java.util.Map;
import java.util.function.Function;

/** Jobs. A Job knows its pods by labels made from its uid, unless it says that it chooses them itself. */
final class JobRules implements KindRules<Job> {
    private static final JobStatus NO_STATUS = new JobStatusBuilder().build();

    @Override
    public boolean hasGeneration() {
        return true;
    }

    /** As ever since Kubernetes had Jobs: their pods stay, so that what they wrote can be read. */
    @Override
    public Propagation propagation() {
        return Propagation.ORPHAN;
    }

    @Override
    public boolean changesGeneration(Job updated, Job old) {
        return !updated.spec().equals(old.spec());
    }

    @Override
    public Job defaults(Job job) {
        return JobDefaults.of(job);
    }

    @Override
    public Job prepareForCreate(Job job) {
        var created = job.withStatus(NO_STATUS);
        return Boolean.TRUE.equals(job.spec().manualSelector()) ? created : JobSelectors.generated(created);
    }

    @Override
    public Job prepareForUpdate(Job updated, Job old) {
        return updated.withStatus(old.status());
    }

    @Override
    public Job prepareForStatusUpdate(Job updated, Job old) {
        return updated.withSpec(old.spec());
    }

    @Override
    public void validateCreate(Job job, Problems problems) {
        JobSelectors.validateGenerated(job, problems);
        JobValidation.validateHostnames(job, problems);
        JobValidation.validate(job.spec(), problems);
    }

    @Override
    public void validateUpdate(Job updated, Job old, Problems problems) {
        validateCreate(updated, problems);
        JobChanges.validate(updated.spec(), old, problems);
    }

    @Override
    public void validateStatusUpdate(Job updated, Job old, Problems problems) {
        JobStatusRules.validate(updated, old, problems);
    }

    @Override
    public Map<String, Function<Job, String>> selectableFields() {
        return Sorted.of(
                "status.successful", job -> Integer.toString(job.status().succeeded()));
    }
}
