package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.admission.Mutator;
import io.podium.api.admission.Refusal;
import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.core.PodSpec;
import io.podium.api.core.ServiceAccount;
import io.podium.api.core.Volume;
import io.podium.api.core.VolumeBuilder;
import io.podium.api.core.VolumeMount;
import io.podium.api.core.VolumeMountBuilder;
import io.podium.api.meta.ObjectKey;
import java.util.ArrayList;
import java.util.List;

/** A new pod runs as a service account that is there, with its pull secrets and, unless one of them declines, a token. */
final class ServiceAccountAdmission implements Mutator<Pod> {
    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final String TOKEN_VOLUME = "kube-api-access-";
    private static final long TOKEN_SECONDS = 3607;
    private static final int MODE = 0644;
    private static final int SUFFIX = 5;
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    @Override
    public Pod mutate(Pod pod, Attributes<Pod> attributes) {
        if (attributes.operation() != Operation.CREATE
                || !attributes.subresource().isEmpty()) {
            return pod;
        }
        if (pod.metadata().annotations().containsKey(MIRROR)) {
            return refuseMirror(pod);
        }
        var spec = pod.spec();
        if (spec.serviceAccountName().isEmpty()) {
            spec = spec.toBuilder()
                    .serviceAccountName("default")
                    .serviceAccount("default")
                    .build();
        }
        var account = account(spec.serviceAccountName(), attributes);
        if (mountsToken(spec, account)) {
            spec = withToken(spec, pod.uid());
        }
        if (spec.imagePullSecrets().isEmpty() && !account.imagePullSecrets().isEmpty()) {
            spec = spec.withImagePullSecrets(account.imagePullSecrets());
        }
        return spec == pod.spec() ? pod : pod.withSpec(spec);
    }

    private static Pod refuseMirror(Pod pod) {
        if (!pod.spec().serviceAccountName().isEmpty()) {
            throw new Refusal("a mirror pod may not reference service accounts");
        }
        if (pod.spec().volumes().stream().anyMatch(volume -> volume.secret() != null)) {
            throw new Refusal("a mirror pod may not reference secrets");
        }
        return pod;
    }

    private static ServiceAccount account(String name, Attributes<Pod> attributes) {
        var namespace = attributes.namespace();
        return attributes
                .objects()
                .find(ServiceAccount.KIND, ObjectKey.of(namespace, name))
                .orElseThrow(() -> new Refusal("error looking up service account " + namespace + "/" + name
                        + ": serviceaccount \"" + name + "\" not found"));
    }

    private static boolean mountsToken(PodSpec spec, ServiceAccount account) {
        var ofPod = spec.automountServiceAccountToken();
        return ofPod != null ? ofPod : !Boolean.FALSE.equals(account.automountServiceAccountToken());
    }

    private static PodSpec withToken(PodSpec spec, String uid) {
        if (hasMount(spec.initContainers()) && hasMount(spec.containers())) {
            return spec;
        }
        var present = spec.volumes().stream()
                .filter(volume -> volume.projected() != null && volume.name().startsWith(TOKEN_VOLUME))
                .findFirst();
        var name = present.map(Volume::name).orElseGet(() -> TOKEN_VOLUME + suffix(uid));
        var mount = new VolumeMountBuilder()
                .name(name)
                .readOnly(true)
                .mountPath(TOKEN_PATH)
                .build();
        var mounted = spec.withInitContainers(withMount(spec.initContainers(), mount))
                .withContainers(withMount(spec.containers(), mount));
        return present.isPresent() ? mounted : mounted.withVolumes(with(spec.volumes(), volume(name)));
    }

    private static boolean hasMount(List<Container> containers) {
        return containers.stream().allMatch(ServiceAccountAdmission::hasMount);
    }

    private static boolean hasMount(Container container) {
        return container.volumeMounts().stream()
                .anyMatch(mount -> mount.mountPath().equals(TOKEN_PATH));
    }

    private static List<Container> withMount(List<Container> containers, VolumeMount mount) {
        return containers.stream()
                .map(container -> hasMount(container)
                        ? container
                        : container.withVolumeMounts(with(container.volumeMounts(), mount)))
                .toList();
    }

    private static <E> List<E> with(List<E> list, E last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static Volume volume(String name) {
        return new VolumeBuilder()
                .name(name)
                .projected(projected -> projected
                        .defaultMode(MODE)
                        .source(source -> source.serviceAccountToken(
                                token -> token.path("token").expirationSeconds(TOKEN_SECONDS)))
                        .source(source -> source.configMap(map -> map.name("kube-root-ca.crt")
                                .item(item -> item.key("ca.crt").path("ca.crt"))))
                        .source(source -> source.downwardAPI(downward -> downward.item(item -> item.path("namespace")
                                .fieldRef(field -> field.apiVersion("v1").fieldPath("metadata.namespace"))))))
                .build();
    }

    /** Differs from pod to pod as far as their uids do, which were drawn at random. */
    private static String suffix(String uid) {
        long rest = Integer.toUnsignedLong(uid.hashCode());
        var suffix = new StringBuilder(SUFFIX);
        for (int i = 0; i < SUFFIX; i++) {
            suffix.append(SUFFIX_LETTERS.charAt((int) (rest % SUFFIX_LETTERS.length())));
            rest /= SUFFIX_LETTERS.length();
        }
        return suffix.toString();
    }
}
