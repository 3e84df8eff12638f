package io.podium.apiserver.rules.pod;

import io.podium.api.core.Volume;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of volumes, in the order in which Kubernetes looks at them: the first is the volume's, any other is one too many. */
final class VolumeTypes {

    /** One type, with the name that Kubernetes uses where it is one too many. */
    record Type(String name, String unwanted, Function<Volume, @Nullable Object> source) {
        Type(String name, Function<Volume, @Nullable Object> source) {
            this(name, name, source);
        }

        boolean isOf(Volume volume) {
            return source.apply(volume) != null;
        }
    }

    static final List<Type> ALL = List.of(
            new Type("emptyDir", Volume::emptyDir),
            new Type("hostPath", Volume::hostPath),
            new Type("gitRepo", Volume::gitRepo),
            new Type("gcePersistentDisk", Volume::gcePersistentDisk),
            new Type("awsElasticBlockStore", Volume::awsElasticBlockStore),
            new Type("secret", Volume::secret),
            new Type("nfs", Volume::nfs),
            new Type("iscsi", Volume::iscsi),
            new Type("glusterfs", Volume::glusterfs),
            new Type("flocker", Volume::flocker),
            new Type("persistentVolumeClaim", Volume::persistentVolumeClaim),
            new Type("rbd", Volume::rbd),
            new Type("cinder", Volume::cinder),
            new Type("cephfs", "cephFS", Volume::cephfs),
            new Type("quobyte", Volume::quobyte),
            new Type("downwardAPI", "downwarAPI", Volume::downwardAPI),
            new Type("fc", Volume::fc),
            new Type("flexVolume", Volume::flexVolume),
            new Type("configMap", Volume::configMap),
            new Type("azureFile", Volume::azureFile),
            new Type("vsphereVolume", Volume::vsphereVolume),
            new Type("photonPersistentDisk", Volume::photonPersistentDisk),
            new Type("portworxVolume", Volume::portworxVolume),
            new Type("azureDisk", Volume::azureDisk),
            new Type("storageos", Volume::storageos),
            new Type("projected", Volume::projected),
            new Type("scaleIO", Volume::scaleIO),
            new Type("csi", Volume::csi),
            new Type("ephemeral", Volume::ephemeral),
            new Type("image", Volume::image));

    private VolumeTypes() {}

    /** How many sources a volume names; one in a good volume. */
    static int count(Volume volume) {
        int count = 0;
        for (int i = 0; i < ALL.size(); i++) {
            count += ALL.get(i).isOf(volume) ? 1 : 0;
        }
        return count;
    }
}
