package io.podium.api.batch;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code Job}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType(prose = true)
@ApiResource(group = "batch", plural = "jobs", categories = "all", subresources = "status")
public record Job(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always JobSpec spec,
        @Proto(3) @Always JobStatus status,
        UnknownFields unknown)
        implements JobWith {
    /** The kind of these objects. */
    public static final Kind<Job> KIND = Kind.of(Job.class);

    /**
     * Begins the description of a {@code Job}. Its pods are never restarted in place, unless
     * {@link JobBuilder#restartPolicy} says otherwise.
     *
     * @param name its name
     * @return a builder
     */
    public static JobBuilder named(String name) {
        return new JobBuilder().name(name).restartPolicy("Never");
    }
}
