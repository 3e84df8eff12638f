package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ephemeral container of {@code Pod.spec.ephemeralContainers[]}.
 *
 * @param name the name: {@code name}
 * @param image the image: {@code image}
 * @param command the command: {@code command}
 * @param args the args: {@code args}
 * @param workingDir the working dir: {@code workingDir}
 * @param ports the ports: {@code ports}
 * @param envFrom the env from: {@code envFrom}
 * @param env the env: {@code env}
 * @param resources the resources: {@code resources}
 * @param resizePolicy the resize policy: {@code resizePolicy}
 * @param restartPolicy the restart policy: {@code restartPolicy}
 * @param restartPolicyRules the restart policy rules: {@code restartPolicyRules}
 * @param volumeMounts the volume mounts: {@code volumeMounts}
 * @param volumeDevices the volume devices: {@code volumeDevices}
 * @param livenessProbe the liveness probe: {@code livenessProbe}
 * @param readinessProbe the readiness probe: {@code readinessProbe}
 * @param startupProbe the startup probe: {@code startupProbe}
 * @param lifecycle the lifecycle: {@code lifecycle}
 * @param terminationMessagePath the termination message path: {@code terminationMessagePath}
 * @param terminationMessagePolicy the termination message policy: {@code terminationMessagePolicy}
 * @param imagePullPolicy the image pull policy: {@code imagePullPolicy}
 * @param securityContext the security context: {@code securityContext}
 * @param stdin the stdin: {@code stdin}
 * @param stdinOnce the stdin once: {@code stdinOnce}
 * @param tty the tty: {@code tty}
 * @param targetContainerName the target container name: {@code targetContainerName}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EphemeralContainer(
        @Proto(value = 1, in = 1) @Always String name,
        @Proto(value = 2, in = 1) String image,
        @Proto(value = 3, in = 1) List<String> command,
        @Proto(value = 4, in = 1) List<String> args,
        @Proto(value = 5, in = 1) String workingDir,

        @Proto(value = 6, in = 1) @ListMap({"containerPort", "protocol"}) @MergeKey("containerPort")
        List<ContainerPort> ports,

        @Proto(value = 19, in = 1) List<EnvFromSource> envFrom,

        @Proto(value = 7, in = 1) @ListMap("name") @MergeKey("name")
        List<EnvVar> env,

        @Proto(value = 8, in = 1) @Always ResourceRequirements resources,
        @Proto(value = 23, in = 1) List<ContainerResizePolicy> resizePolicy,
        @Proto(value = 24, in = 1) @Nullable String restartPolicy,
        @Proto(value = 25, in = 1) List<ContainerRestartRule> restartPolicyRules,

        @Proto(value = 9, in = 1) @ListMap("mountPath") @MergeKey("mountPath")
        List<VolumeMount> volumeMounts,

        @Proto(value = 21, in = 1) @ListMap("devicePath") @MergeKey("devicePath")
        List<VolumeDevice> volumeDevices,

        @Proto(value = 10, in = 1) @Nullable Probe livenessProbe,
        @Proto(value = 11, in = 1) @Nullable Probe readinessProbe,
        @Proto(value = 22, in = 1) @Nullable Probe startupProbe,
        @Proto(value = 12, in = 1) @Nullable Lifecycle lifecycle,
        @Proto(value = 13, in = 1) String terminationMessagePath,
        @Proto(value = 20, in = 1) String terminationMessagePolicy,
        @Proto(value = 14, in = 1) String imagePullPolicy,
        @Proto(value = 15, in = 1) @Nullable SecurityContext securityContext,
        @Proto(value = 16, in = 1) boolean stdin,
        @Proto(value = 17, in = 1) boolean stdinOnce,
        @Proto(value = 18, in = 1) boolean tty,
        @Proto(2) String targetContainerName,
        UnknownFields unknown)
        implements EphemeralContainerWith {
    /** Copies lists and maps; maps are sorted by key. */
    public EphemeralContainer {
        command = List.copyOf(command);
        args = List.copyOf(args);
        ports = List.copyOf(ports);
        envFrom = List.copyOf(envFrom);
        env = List.copyOf(env);
        resizePolicy = List.copyOf(resizePolicy);
        restartPolicyRules = List.copyOf(restartPolicyRules);
        volumeMounts = List.copyOf(volumeMounts);
        volumeDevices = List.copyOf(volumeDevices);
    }

    /**
     * The same as a container, which has all its fields but {@code targetContainerName}.
     *
     * @return a container with the fields that both have
     */
    public Container asContainer() {
        return new ContainerBuilder()
                .name(name)
                .image(image)
                .command(command)
                .args(args)
                .workingDir(workingDir)
                .ports(ports)
                .envFrom(envFrom)
                .env(env)
                .resources(resources)
                .resizePolicy(resizePolicy)
                .restartPolicy(restartPolicy)
                .restartPolicyRules(restartPolicyRules)
                .volumeMounts(volumeMounts)
                .volumeDevices(volumeDevices)
                .livenessProbe(livenessProbe)
                .readinessProbe(readinessProbe)
                .startupProbe(startupProbe)
                .lifecycle(lifecycle)
                .terminationMessagePath(terminationMessagePath)
                .terminationMessagePolicy(terminationMessagePolicy)
                .imagePullPolicy(imagePullPolicy)
                .securityContext(securityContext)
                .stdin(stdin)
                .stdinOnce(stdinOnce)
                .tty(tty)
                .build();
    }
}
