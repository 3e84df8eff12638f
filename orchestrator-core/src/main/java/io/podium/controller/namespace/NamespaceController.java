package io.podium.controller.namespace;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.Lister;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.Namespace;
import io.podium.api.core.NamespaceCondition;
import io.podium.api.core.NamespaceConditionBuilder;
import io.podium.api.core.NamespaceStatus;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Deletes the objects of a namespace that is being deleted, looks again until none is left, and then lets the namespace go.
 */
public final class NamespaceController implements Reconciler {
    private static final String FINALIZER = "kubernetes";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Client client;
    private final Lister<Namespace> namespaces;
    private final Dispatcher dispatcher;
    private final Supplier<List<Kind<?>>> kinds;

    private NamespaceController(ControllerContext context, Supplier<List<Kind<?>>> kinds) {
        this.client = context.client();
        this.namespaces = context.lister(Namespace.KIND);
        this.dispatcher = context.dispatcher();
        this.kinds = kinds;
    }

    /**
     * What the controller is made of.
     *
     * @param kinds the kinds whose objects may be in a namespace, asked each time
     * @return its description
     */
    public static ControllerSpec spec(Supplier<List<Kind<?>>> kinds) {
        return ControllerSpec.named("namespace-controller")
                .workers(5)
                .watches(Namespace.KIND, Keys.self())
                .watches(
                        Pod.KIND,
                        change -> change.after() == null
                                ? List.of(ObjectKey.of("", change.newest().namespace()))
                                : List.of())
                .reconciles(context -> new NamespaceController(context, kinds));
    }

    @Override
    public Result reconcile(ObjectKey key) {
        var found = namespaces.find(key).filter(ApiObject::isTerminating);
        if (found.isEmpty() || !found.get().spec().finalizers().contains(FINALIZER)) {
            return Result.done();
        }
        var left = new Remains();
        for (var kind : kinds.get()) {
            if (kind.namespaced()) {
                left.add(kind, deleteAll(kind, key.name()));
            }
        }
        var namespace = report(found.get(), left);
        if (!left.isEmpty()) {
            return Result.requeueAfter(LOOK_AGAIN);
        }
        release(namespace);
        return Result.done();
    }

    /** Deletes the objects of a kind; answers those that are still there. */
    private <T extends ApiObject<T>> List<T> deleteAll(Kind<T> kind, String namespace) {
        if (client.list(kind, namespace, ListOptions.ALL.page(1, "")).items().isEmpty()) {
            return List.of();
        }
        client.deleteCollection(
                kind, namespace, ListOptions.ALL, DeleteOptions.PLAIN.with(DeleteOptions.Propagation.BACKGROUND));
        return client.list(kind, namespace, ListOptions.ALL).items();
    }

    private void release(Namespace namespace) {
        var finalizers = namespace.spec().finalizers().stream()
                .filter(each -> !each.equals(FINALIZER))
                .toList();
        client.update(
                namespace.withSpec(namespace.spec().withFinalizers(finalizers)), WriteOptions.PLAIN.on("finalize"));
    }

    private Namespace report(Namespace namespace, Remains left) {
        var status = namespace.status();
        status = with(
                status,
                "NamespaceDeletionDiscoveryFailure",
                false,
                "ResourcesDiscovered",
                "All resources successfully discovered");
        status = with(
                status,
                "NamespaceDeletionGroupVersionParsingFailure",
                false,
                "ParsedGroupVersions",
                "All legacy kube types successfully parsed");
        status = with(
                status,
                "NamespaceDeletionContentFailure",
                false,
                "ContentDeleted",
                "All content successfully deleted, may be waiting on finalization");
        status = left.isEmpty()
                ? with(status, "NamespaceContentRemaining", false, "ContentRemoved", "All content successfully removed")
                : with(
                        status,
                        "NamespaceContentRemaining",
                        true,
                        "SomeResourcesRemain",
                        "Some resources are remaining: " + left.resources());
        status = left.isHeld()
                ? with(
                        status,
                        "NamespaceFinalizersRemaining",
                        true,
                        "SomeFinalizersRemain",
                        "Some content in the namespace has finalizers remaining: " + left.finalizers())
                : with(
                        status,
                        "NamespaceFinalizersRemaining",
                        false,
                        "ContentHasNoFinalizers",
                        "All content-preserving finalizers finished");
        return status.equals(namespace.status())
                ? namespace
                : client.updateStatus(namespace.withStatus(status), WriteOptions.PLAIN);
    }

    private NamespaceStatus with(NamespaceStatus status, String type, boolean holds, String reason, String message) {
        var state = holds ? "True" : "False";
        var others = new ArrayList<NamespaceCondition>();
        for (var condition : status.conditions()) {
            if (!condition.type().equals(type)) {
                others.add(condition);
            } else if (condition.status().equals(state) && condition.message().equals(message)) {
                return status;
            }
        }
        others.add(new NamespaceConditionBuilder()
                .type(type)
                .status(state)
                .reason(reason)
                .message(message)
                .lastTransitionTime(dispatcher.now().truncatedTo(ChronoUnit.SECONDS))
                .build());
        return status.withConditions(others);
    }
}
