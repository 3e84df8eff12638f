package io.podium.api.core;

import io.podium.api.core.Resources.Amount;
import java.util.ArrayList;

/** Describes a container. */
public final class ContainerBuilder extends ContainerBuilderBase<ContainerBuilder> {

    /** A container of which nothing is said. */
    public ContainerBuilder() {}

    @Override
    ContainerBuilder self() {
        return this;
    }

    /**
     * Declares a TCP port on which it listens.
     *
     * @param number the port, from 1 to 65535
     * @return this builder
     */
    public ContainerBuilder port(int number) {
        return port(port -> port.containerPort(number));
    }

    /**
     * Declares a TCP port on which it listens, with a name that services and probes may use.
     *
     * @param name the name, unique in the pod
     * @param number the port, from 1 to 65535
     * @return this builder
     */
    public ContainerBuilder port(String name, int number) {
        return port(port -> port.name(name).containerPort(number));
    }

    /**
     * Sets a variable of its environment: the last of the variables, unless it is there already.
     *
     * @param name the variable
     * @param value its value, in which {@code $(NAME)} stands for an earlier variable
     * @return this builder
     */
    public ContainerBuilder env(String name, String value) {
        var variable = new EnvVarBuilder().name(name).value(value).build();
        var variables = new ArrayList<>(build().env());
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(name)) {
                variables.set(i, variable);
                return env(variables);
            }
        }
        return addEnv(variable);
    }

    /**
     * Requests resources: the node it runs on has them free.
     *
     * @param amounts how much of what
     * @return this builder
     */
    public ContainerBuilder requests(Amount... amounts) {
        return resources(resources -> {
            for (var amount : amounts) {
                resources.request(amount.resource(), amount.quantity());
            }
        });
    }

    /**
     * Limits resources: it gets no more.
     *
     * @param amounts how much of what
     * @return this builder
     */
    public ContainerBuilder limits(Amount... amounts) {
        return resources(resources -> {
            for (var amount : amounts) {
                resources.limit(amount.resource(), amount.quantity());
            }
        });
    }

    /**
     * Says when it is ready to serve.
     *
     * @param probe how to ask it
     * @return this builder
     */
    public ContainerBuilder readiness(Probe probe) {
        return readinessProbe(probe);
    }

    /**
     * Says when it has to be restarted.
     *
     * @param probe how to ask it
     * @return this builder
     */
    public ContainerBuilder liveness(Probe probe) {
        return livenessProbe(probe);
    }

    /**
     * Says when it has started, before which the other probes wait.
     *
     * @param probe how to ask it
     * @return this builder
     */
    public ContainerBuilder startup(Probe probe) {
        return startupProbe(probe);
    }

    /**
     * Mounts a volume of the pod.
     *
     * @param volume the volume's name
     * @param path where the container sees it
     * @return this builder
     */
    public ContainerBuilder mount(String volume, String path) {
        return volumeMount(mount -> mount.name(volume).mountPath(path));
    }
}
