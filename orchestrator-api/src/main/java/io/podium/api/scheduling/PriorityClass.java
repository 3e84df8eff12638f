package io.podium.api.scheduling;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The kind {@code PriorityClass}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param value the value: {@code value}
 * @param globalDefault the global default: {@code globalDefault}
 * @param description the description: {@code description}
 * @param preemptionPolicy the preemption policy: {@code preemptionPolicy}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(group = "scheduling.k8s.io", plural = "priorityclasses", namespaced = false, shortNames = "pc")
public record PriorityClass(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always int value,
        @Proto(3) boolean globalDefault,
        @Proto(4) String description,
        @Proto(5) @Nullable String preemptionPolicy,
        UnknownFields unknown)
        implements PriorityClassWith {
    /** The kind of these objects. */
    public static final Kind<PriorityClass> KIND = Kind.of(PriorityClass.class);

    /**
     * Begins the description of a {@code PriorityClass}.
     *
     * @param name its name
     * @return a builder
     */
    public static PriorityClassBuilder named(String name) {
        return new PriorityClassBuilder().name(name);
    }
}
