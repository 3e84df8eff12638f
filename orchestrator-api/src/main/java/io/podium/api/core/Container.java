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
 * The container of {@code Pod.spec.initContainers[]}.
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
 * @param unknown the fields that this record does not declare
 */
@ApiType(prose = true)
public record Container(
        @Proto(1) @Always String name,
        @Proto(2) String image,
        @Proto(3) List<String> command,
        @Proto(4) List<String> args,
        @Proto(5) String workingDir,

        @Proto(6) @ListMap({"containerPort", "protocol"}) @MergeKey("containerPort")
        List<ContainerPort> ports,

        @Proto(19) List<EnvFromSource> envFrom,
        @Proto(7) @ListMap("name") @MergeKey("name") List<EnvVar> env,
        @Proto(8) @Always ResourceRequirements resources,
        @Proto(23) List<ContainerResizePolicy> resizePolicy,
        @Proto(24) @Nullable String restartPolicy,
        @Proto(25) List<ContainerRestartRule> restartPolicyRules,

        @Proto(9) @ListMap("mountPath") @MergeKey("mountPath")
        List<VolumeMount> volumeMounts,

        @Proto(21) @ListMap("devicePath") @MergeKey("devicePath")
        List<VolumeDevice> volumeDevices,

        @Proto(10) @Nullable Probe livenessProbe,
        @Proto(11) @Nullable Probe readinessProbe,
        @Proto(22) @Nullable Probe startupProbe,
        @Proto(12) @Nullable Lifecycle lifecycle,
        @Proto(13) String terminationMessagePath,
        @Proto(20) String terminationMessagePolicy,
        @Proto(14) String imagePullPolicy,
        @Proto(15) @Nullable SecurityContext securityContext,
        @Proto(16) boolean stdin,
        @Proto(17) boolean stdinOnce,
        @Proto(18) boolean tty,
        UnknownFields unknown)
        implements ContainerWith {
    /** Copies lists and maps; maps are sorted by key. */
    public Container {
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
}
