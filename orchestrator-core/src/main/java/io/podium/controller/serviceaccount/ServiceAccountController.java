package io.podium.controller.serviceaccount;

import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.Namespace;
import io.podium.api.core.ServiceAccount;
import io.podium.api.meta.ObjectKey;
import java.util.List;

/** Creates the service account {@code default} in each namespace that is not going, and again if it is deleted. */
public final class ServiceAccountController {
    private static final String DEFAULT = "default";

    private ServiceAccountController() {}

    /**
     * What the controller is made of.
     *
     * @return its description
     */
    public static ControllerSpec spec() {
        return ControllerSpec.named("service-account-controller")
                .watches(Namespace.KIND, Keys.self())
                .watches(
                        ServiceAccount.KIND,
                        change -> List.of(ObjectKey.of("", change.newest().namespace())))
                .reconciles(ServiceAccountController::reconciler);
    }

    private static Reconciler reconciler(ControllerContext context) {
        return key -> {
            var namespace = context.lister(Namespace.KIND).find(key);
            var account = ObjectKey.of(key.name(), DEFAULT);
            boolean wanted = namespace.isPresent()
                    && !namespace.get().isTerminating()
                    && context.lister(ServiceAccount.KIND).find(account).isEmpty();
            if (wanted) {
                create(context, account);
            }
            return Result.done();
        };
    }

    private static void create(ControllerContext context, ObjectKey key) {
        try {
            context.client().create(defaultOf(key.namespace()), WriteOptions.PLAIN);
        } catch (AlreadyExistsException e) {
            return; // what was wanted
        }
    }

    /**
     * The account that pods have which name none. Its token is not mounted into them, because nothing issues tokens yet.
     *
     * @param namespace the namespace
     * @return the account to create
     */
    public static ServiceAccount defaultOf(String namespace) {
        return ServiceAccount.named(DEFAULT)
                .namespace(namespace)
                .automountServiceAccountToken(false)
                .build();
    }
}
