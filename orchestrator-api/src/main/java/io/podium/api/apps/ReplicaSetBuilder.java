package io.podium.api.apps;

import io.podium.api.core.DescribesPods;
import io.podium.api.core.PodSpecBuilder;
import io.podium.api.core.PodTemplateSpecBuilder;
import io.podium.api.meta.LabelSelectorBuilder;
import io.podium.api.meta.Sorted;
import java.util.function.Consumer;

/** Describes a replica set. */
public final class ReplicaSetBuilder extends ReplicaSetBuilderBase<ReplicaSetBuilder>
        implements DescribesPods<ReplicaSetBuilder> {
    private static final String APP = "app";

    /** A replica set of which nothing is said. */
    public ReplicaSetBuilder() {}

    static ReplicaSetBuilder selectingItself(String name) {
        return new ReplicaSetBuilder().name(name).selector(APP, name);
    }

    @Override
    ReplicaSetBuilder self() {
        return this;
    }

    /**
     * Says how many pods there should be.
     *
     * @param count at least 0
     * @return this builder
     */
    public ReplicaSetBuilder replicas(int count) {
        return spec(spec -> spec.replicas(count));
    }

    /**
     * Selects its pods by one label, which they get, instead of by what was said before.
     *
     * @param key its key
     * @param value its value
     * @return this builder
     */
    public ReplicaSetBuilder selector(String key, String value) {
        return spec(spec -> spec.selector(
                        new LabelSelectorBuilder().matchLabel(key, value).build())
                .template(template -> template.metadata(metadata -> metadata.labels(Sorted.of(key, value)))));
    }

    /**
     * Changes the template of its pods, starting from the present one.
     *
     * @param change makes the changes
     * @return this builder
     */
    public ReplicaSetBuilder template(Consumer<PodTemplateSpecBuilder> change) {
        return spec(spec -> spec.template(change));
    }

    @Override
    public ReplicaSetBuilder podSpec(Consumer<PodSpecBuilder> change) {
        return template(template -> template.spec(change));
    }

    @Override
    public ReplicaSetBuilder podLabel(String key, String value) {
        return template(template -> template.podLabel(key, value));
    }

    @Override
    public ReplicaSetBuilder podAnnotation(String key, String value) {
        return template(template -> template.podAnnotation(key, value));
    }
}
