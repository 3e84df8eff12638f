package io.podium.agent;

import io.podium.api.core.ConfigMap;
import io.podium.api.core.Container;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.DownwardAPIVolumeFile;
import io.podium.api.core.KeyToPath;
import io.podium.api.core.Pod;
import io.podium.api.core.ProjectedVolumeSource;
import io.podium.api.core.Secret;
import io.podium.api.core.Volume;
import io.podium.api.core.VolumeProjection;
import io.podium.api.meta.Bytes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says which files a volume shows that is made of objects: ConfigMaps, Secrets, the pod itself. */
final class VolumeContents {
    private static final int DEFAULT_MODE = 0644;
    /** The certificates of the API server, which pods in the JVM's own cluster do not need. */
    private static final String ROOT_CERTIFICATES = "kube-root-ca.crt";

    private static final Container NONE = new ContainerBuilder().build();

    private final Site site;
    private final PodWorker worker;

    VolumeContents(Site site, PodWorker worker) {
        this.site = site;
        this.worker = worker;
    }

    /** One file. */
    record File(Bytes content, int mode) {}

    static boolean shows(Volume volume) {
        return volume.configMap() != null
                || volume.secret() != null
                || volume.downwardAPI() != null
                || volume.projected() != null;
    }

    /** A volume that names no source is an empty directory. */
    static boolean isPlain(Volume volume) {
        return volume.equals(
                new io.podium.api.core.VolumeBuilder().name(volume.name()).build());
    }

    /** The files by their path, in order. */
    Map<String, File> of(Pod pod, Volume volume) throws ConfigFailure {
        var files = new TreeMap<String, File>();
        if (volume.configMap() != null) {
            var source = volume.configMap();
            add(
                    files,
                    Sources.configMap(site, pod.namespace(), source.name(), source.optional()),
                    source.items(),
                    mode(source.defaultMode()),
                    source.optional());
        } else if (volume.secret() != null) {
            var source = volume.secret();
            add(
                    files,
                    Sources.secret(site, pod.namespace(), source.secretName(), source.optional()),
                    source.items(),
                    mode(source.defaultMode()),
                    source.optional());
        } else if (volume.downwardAPI() != null) {
            add(
                    files,
                    pod,
                    volume.downwardAPI().items(),
                    mode(volume.downwardAPI().defaultMode()));
        } else if (volume.projected() != null) {
            addAll(files, pod, volume.projected());
        }
        return files;
    }

    /** All sources of a projected volume; what is wrong with any of them is told of all at once. */
    private void addAll(Map<String, File> files, Pod pod, ProjectedVolumeSource projected) throws ConfigFailure {
        var problems = new LinkedHashSet<String>();
        for (var source : projected.sources()) {
            try {
                add(files, pod, source, mode(projected.defaultMode()));
            } catch (ConfigFailure e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            var all = String.join(", ", problems);
            throw new ConfigFailure(problems.size() == 1 ? all : "[" + all + "]");
        }
    }

    private static int mode(@Nullable Integer said) {
        return said == null ? DEFAULT_MODE : said;
    }

    private void add(Map<String, File> files, Pod pod, VolumeProjection source, int mode) throws ConfigFailure {
        if (source.configMap() != null) {
            var part = source.configMap();
            var optional = part.name().equals(ROOT_CERTIFICATES) ? Boolean.TRUE : part.optional();
            add(files, Sources.configMap(site, pod.namespace(), part.name(), optional), part.items(), mode, optional);
        }
        if (source.secret() != null) {
            var part = source.secret();
            add(
                    files,
                    Sources.secret(site, pod.namespace(), part.name(), part.optional()),
                    part.items(),
                    mode,
                    part.optional());
        }
        if (source.downwardAPI() != null) {
            add(files, pod, source.downwardAPI().items(), mode);
        }
    }

    private static void add(
            Map<String, File> files,
            @Nullable ConfigMap map,
            List<KeyToPath> items,
            int mode,
            @Nullable Boolean optional)
            throws ConfigFailure {
        if (map == null) {
            return;
        }
        var all = new TreeMap<String, Bytes>(map.binaryData());
        map.data().forEach((key, value) -> all.put(key, Bytes.ofUtf8(value)));
        select(files, all, items, mode, optional, "configmap references non-existent config key: ");
    }

    private static void add(
            Map<String, File> files,
            @Nullable Secret secret,
            List<KeyToPath> items,
            int mode,
            @Nullable Boolean optional)
            throws ConfigFailure {
        if (secret != null) {
            select(files, secret.data(), items, mode, optional, "references non-existent secret key: ");
        }
    }

    private static void select(
            Map<String, File> files,
            Map<String, Bytes> all,
            List<KeyToPath> items,
            int mode,
            @Nullable Boolean optional,
            String complaint)
            throws ConfigFailure {
        if (items.isEmpty()) {
            all.forEach((key, content) -> files.put(key, new File(content, mode)));
        }
        for (var item : items) {
            var content = all.get(item.key());
            if (content != null) {
                files.put(item.path(), new File(content, item.mode() == null ? mode : item.mode()));
            } else if (!Boolean.TRUE.equals(optional)) {
                throw new ConfigFailure(complaint + item.key());
            }
        }
    }

    private void add(Map<String, File> files, Pod pod, List<DownwardAPIVolumeFile> items, int mode)
            throws ConfigFailure {
        var fields = new FieldValues(pod, worker.run(), site);
        for (var item : items) {
            var text = item.fieldRef() != null
                    ? field(fields, item.fieldRef().fieldPath())
                    : item.resourceFieldRef() != null ? fields.resource(item.resourceFieldRef(), NONE) : "";
            files.put(item.path(), new File(Bytes.ofUtf8(text), item.mode() == null ? mode : item.mode()));
        }
    }

    /** Files show, as a kubelet's do, where and when the agent has the pod from. */
    private String field(FieldValues fields, String path) throws ConfigFailure {
        if (!path.equals("metadata.annotations")) {
            return fields.field(path);
        }
        var annotations = new TreeMap<String, String>(fields.pod().metadata().annotations());
        annotations.put("kubernetes.io/config.seen", String.valueOf(worker.run().startTime()));
        annotations.put("kubernetes.io/config.source", "api");
        return FieldValues.lines(annotations);
    }
}
