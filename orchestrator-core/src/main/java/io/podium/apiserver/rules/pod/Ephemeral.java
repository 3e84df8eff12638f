package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.EphemeralContainer;

/** What rules for containers made of an ephemeral container, put back into it. */
final class Ephemeral {
    private Ephemeral() {}

    static EphemeralContainer of(Container container, EphemeralContainer from) {
        return from.toBuilder()
                .ports(container.ports())
                .env(container.env())
                .resources(container.resources())
                .livenessProbe(container.livenessProbe())
                .readinessProbe(container.readinessProbe())
                .startupProbe(container.startupProbe())
                .lifecycle(container.lifecycle())
                .terminationMessagePath(container.terminationMessagePath())
                .terminationMessagePolicy(container.terminationMessagePolicy())
                .imagePullPolicy(container.imagePullPolicy())
                .build();
    }
}
