package io.podium.apiserver.rules.pod;

import io.podium.api.core.Volume;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The volumes that containers may mount.
 *
 * @param all the pod's volumes
 * @param broken the positions of those with which something is wrong, which are none to mount; null if all are good
 */
record PodVolumes(List<Volume> all, @Nullable BitSet broken) {

    /** The good volume of a name. */
    @Nullable
    Volume find(String name) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name) && (broken == null || !broken.get(i))) {
                return all.get(i);
            }
        }
        return null;
    }
}
