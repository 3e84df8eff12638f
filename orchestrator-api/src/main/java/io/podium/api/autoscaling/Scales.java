package io.podium.api.autoscaling;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.LabelSelector;
import io.podium.api.meta.ObjectMetaBuilder;
import io.podium.api.meta.Selector;
import org.jspecify.annotations.Nullable;

/**
 * The scale of objects that have replicas: how many they want and have. Objects of a kind known only at run time have one if they keep
 * these numbers in {@code spec.replicas} and {@code status.replicas}.
 */
public final class Scales {
    private static final String REPLICAS = "replicas";

    private Scales() {}

    /**
     * The scale of an object.
     *
     * @param object a Deployment, a ReplicaSet or an object of a kind known only at run time
     * @return its scale, with name, uid and version of the object
     * @throws IllegalArgumentException if objects of its kind have no scale
     */
    public static Scale of(ApiObject<?> object) {
        return switch (object) {
            case Deployment deployment ->
                scale(
                        object,
                        deployment.spec().replicasOrDefault(),
                        deployment.status().replicas(),
                        text(deployment.spec().selector()));
            case ReplicaSet set ->
                scale(
                        object,
                        set.spec().replicasOrDefault(),
                        set.status().replicas(),
                        text(set.spec().selector()));
            case DynamicObject dynamic ->
                scale(
                        object,
                        count(dynamic, "spec"),
                        count(dynamic, "status"),
                        dynamic.text("status", "selector").orElse(""));
            default -> throw withoutScale(object);
        };
    }

    /**
     * An object with another number of replicas.
     *
     * @param object a Deployment, a ReplicaSet or an object of a kind known only at run time
     * @param replicas how many it is to have
     * @param <T> its type
     * @return the changed copy
     * @throws IllegalArgumentException if objects of its kind have no scale
     */
    @SuppressWarnings("unchecked") // a copy of an object has its type
    public static <T extends ApiObject<T>> T withReplicas(T object, int replicas) {
        return (T)
                switch (object) {
                    case Deployment deployment ->
                        deployment.withSpec(deployment.spec().withReplicas(replicas));
                    case ReplicaSet set -> set.withSpec(set.spec().withReplicas(replicas));
                    case DynamicObject dynamic -> dynamic.with(Json.of(replicas), "spec", REPLICAS);
                    default -> throw withoutScale(object);
                };
    }

    private static Scale scale(ApiObject<?> object, int wanted, int present, String selector) {
        var metadata = object.metadata();
        return new ScaleBuilder()
                .metadata(new ObjectMetaBuilder()
                        .name(metadata.name())
                        .namespace(metadata.namespace())
                        .uid(metadata.uid())
                        .resourceVersion(metadata.resourceVersion())
                        .creationTimestamp(metadata.creationTimestamp())
                        .build())
                .spec(new ScaleSpecBuilder().replicas(wanted).build())
                .status(new ScaleStatusBuilder()
                        .replicas(present)
                        .selector(selector)
                        .build())
                .build();
    }

    private static String text(@Nullable LabelSelector selector) {
        return selector == null ? "" : Selector.of(selector).toString();
    }

    private static int count(DynamicObject object, String part) {
        return Math.clamp(object.integer(part, REPLICAS).orElse(0L), 0, Integer.MAX_VALUE);
    }

    private static IllegalArgumentException withoutScale(ApiObject<?> object) {
        return new IllegalArgumentException(object.kind().name() + " " + object.name()
                + " has no scale; only Deployments, ReplicaSets and kinds known at run time have one");
    }
}
