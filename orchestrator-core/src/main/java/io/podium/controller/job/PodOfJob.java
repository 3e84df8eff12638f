package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.core.Container;
import io.podium.api.core.EnvVar;
import io.podium.api.core.EnvVarBuilder;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.controller.kit.Ownership;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the pods of jobs. */
final class PodOfJob {
    private static final String VARIABLE = "JOB_COMPLETION_INDEX";

    private PodOfJob() {}

    static Pod plain(Job job) {
        return of(job, job.name() + "-").build();
    }

    static Pod indexed(Job job, int index) {
        return replacing(job, index, null);
    }

    /** The pod that comes for an index after one that failed, if there was one. */
    static Pod replacing(Job job, int index, @Nullable Pod failed) {
        var number = Integer.toString(index);
        var spec = job.spec().template().spec();
        var pod = of(job, job.name() + "-" + index + "-")
                .label(JobPods.INDEX, number)
                .annotation(JobPods.INDEX, number)
                .spec(spec.withHostname(job.name() + "-" + index)
                        .withContainers(withVariable(spec.containers()))
                        .withInitContainers(withVariable(spec.initContainers())));
        IndexFailures.annotations(job, failed).forEach(pod::annotation);
        return pod.build();
    }

    private static PodBuilder of(Job job, String prefix) {
        var template = job.spec().template();
        return new PodBuilder()
                .metadata(template.metadata().toBuilder()
                        .name("")
                        .namespace(job.namespace())
                        .generateName(prefix)
                        .finalizer(JobPods.TRACKING)
                        .ownerReference(Ownership.reference(job))
                        .build())
                .spec(template.spec());
    }

    private static List<Container> withVariable(List<Container> containers) {
        EnvVar variable = new EnvVarBuilder()
                .name(VARIABLE)
                .valueFrom(source -> source.fieldRef(
                        field -> field.apiVersion("v1").fieldPath("metadata.labels['" + JobPods.INDEX + "']")))
                .build();
        var with = new ArrayList<Container>();
        for (var container : containers) {
            boolean present =
                    container.env().stream().anyMatch(each -> each.name().equals(VARIABLE));
            var env = new ArrayList<>(container.env());
            env.add(variable);
            with.add(present ? container : container.withEnv(env));
        }
        return with;
    }
}
