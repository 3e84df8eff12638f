package io.podium.api.apps;

import io.podium.api.core.DescribesPods;
import io.podium.api.core.PodSpecBuilder;
import io.podium.api.core.PodTemplateSpecBuilder;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.LabelSelectorBuilder;
import io.podium.api.meta.Sorted;
import java.util.function.Consumer;

/** Describes a deployment. */
public final class DeploymentBuilder extends DeploymentBuilderBase<DeploymentBuilder>
        implements DescribesPods<DeploymentBuilder> {
    private static final String APP = "app";

    /** A deployment of which nothing is said. */
    public DeploymentBuilder() {}

    static DeploymentBuilder selectingItself(String name) {
        return new DeploymentBuilder().name(name).selector(APP, name);
    }

    @Override
    DeploymentBuilder self() {
        return this;
    }

    /**
     * Says how many pods there should be.
     *
     * @param count at least 0
     * @return this builder
     */
    public DeploymentBuilder replicas(int count) {
        return spec(spec -> spec.replicas(count));
    }

    /**
     * Selects its pods by one label, which they get, instead of by what was said before.
     *
     * @param key its key
     * @param value its value
     * @return this builder
     */
    public DeploymentBuilder selector(String key, String value) {
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
    public DeploymentBuilder template(Consumer<PodTemplateSpecBuilder> change) {
        return spec(spec -> spec.template(change));
    }

    @Override
    public DeploymentBuilder podSpec(Consumer<PodSpecBuilder> change) {
        return template(template -> template.spec(change));
    }

    @Override
    public DeploymentBuilder podLabel(String key, String value) {
        return template(template -> template.podLabel(key, value));
    }

    @Override
    public DeploymentBuilder podAnnotation(String key, String value) {
        return template(template -> template.podAnnotation(key, value));
    }

    /**
     * Replaces pods a few at a time when the template changes.
     *
     * @param maxUnavailable how many of the replicas may be unavailable meanwhile: a number, or a percentage such as {@code 25%}
     * @param maxSurge how many pods there may be above the replicas meanwhile: a number, or a percentage
     * @return this builder
     */
    public DeploymentBuilder rolling(String maxUnavailable, String maxSurge) {
        return spec(spec -> spec.strategy(strategy -> strategy.type("RollingUpdate")
                .rollingUpdate(update -> update.maxUnavailable(IntOrString.parse(maxUnavailable))
                        .maxSurge(IntOrString.parse(maxSurge)))));
    }

    /**
     * Ends all old pods before new ones start when the template changes.
     *
     * @return this builder
     */
    public DeploymentBuilder recreate() {
        return spec(spec -> spec.strategy(strategy -> strategy.type("Recreate")));
    }
}
