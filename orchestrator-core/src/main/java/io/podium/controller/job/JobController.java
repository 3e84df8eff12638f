package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.core.Pod;

/** The controller of jobs. */
public final class JobController {
    private static final int WORKERS = 5;

    private JobController() {}

    /**
     * What the controller is made of.
     *
     * @return its description
     */
    public static ControllerSpec spec() {
        return ControllerSpec.named("job-controller")
                .workers(WORKERS)
                .watches(Job.KIND, Keys.self())
                .watches(Pod.KIND, Keys.controller(Job.KIND))
                .reconciles(JobReconciler::new);
    }

    /**
     * What the controller is made of that lets go the pods of jobs that are gone.
     *
     * @return its description
     */
    public static ControllerSpec orphans() {
        return OrphanReconciler.spec();
    }
}
