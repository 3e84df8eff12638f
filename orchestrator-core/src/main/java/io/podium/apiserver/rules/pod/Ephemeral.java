package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.EphemeralContainer;

/** Ephemeral containers as containers, which have all their fields but one, and back. */
final class Ephemeral {
    private Ephemeral() {}

    static Container asContainer(EphemeralContainer ephemeral) {
        return new ContainerBuilder()
                .name(ephemeral.name())
                .image(ephemeral.image())
                .command(ephemeral.command())
                .args(ephemeral.args())
                .workingDir(ephemeral.workingDir())
                .ports(ephemeral.ports())
                .envFrom(ephemeral.envFrom())
                .env(ephemeral.env())
                .resources(ephemeral.resources())
                .resizePolicy(ephemeral.resizePolicy())
                .restartPolicy(ephemeral.restartPolicy())
                .restartPolicyRules(ephemeral.restartPolicyRules())
                .volumeMounts(ephemeral.volumeMounts())
                .volumeDevices(ephemeral.volumeDevices())
                .livenessProbe(ephemeral.livenessProbe())
                .readinessProbe(ephemeral.readinessProbe())
                .startupProbe(ephemeral.startupProbe())
                .lifecycle(ephemeral.lifecycle())
                .terminationMessagePath(ephemeral.terminationMessagePath())
                .terminationMessagePolicy(ephemeral.terminationMessagePolicy())
                .imagePullPolicy(ephemeral.imagePullPolicy())
                .securityContext(ephemeral.securityContext())
                .stdin(ephemeral.stdin())
                .stdinOnce(ephemeral.stdinOnce())
                .tty(ephemeral.tty())
                .build();
    }

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
