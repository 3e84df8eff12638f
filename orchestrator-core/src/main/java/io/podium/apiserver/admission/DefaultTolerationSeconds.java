package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Mutator;
import io.podium.api.core.Pod;
import io.podium.api.core.Toleration;
import io.podium.api.core.TolerationBuilder;
import io.podium.api.core.WellKnown;
import java.util.ArrayList;
import java.util.List;

/** A pod stays on a node that is not ready, or cannot be reached, for five minutes, unless it says otherwise. */
final class DefaultTolerationSeconds implements Mutator<Pod> {
    private static final long SECONDS = 300;
    private static final String NO_EXECUTE = "NoExecute";
    private static final Toleration NOT_READY = toleration(WellKnown.TAINT_NOT_READY);
    private static final Toleration UNREACHABLE = toleration(WellKnown.TAINT_UNREACHABLE);

    /** What most pods have; shared by all of them. */
    private static final List<Toleration> BOTH = List.of(NOT_READY, UNREACHABLE);

    private static Toleration toleration(String key) {
        return new TolerationBuilder()
                .key(key)
                .operator("Exists")
                .effect(NO_EXECUTE)
                .tolerationSeconds(SECONDS)
                .build();
    }

    @Override
    public Pod mutate(Pod pod, Attributes<Pod> attributes) {
        var present = pod.spec().tolerations();
        if (!attributes.subresource().isEmpty() || present == BOTH) {
            return pod;
        }
        if (present.isEmpty()) {
            return pod.withSpec(pod.spec().withTolerations(BOTH));
        }
        boolean notReady = tolerates(present, WellKnown.TAINT_NOT_READY);
        boolean unreachable = tolerates(present, WellKnown.TAINT_UNREACHABLE);
        if (notReady && unreachable) {
            return pod;
        }
        var more = new ArrayList<>(present);
        if (!notReady) {
            more.add(NOT_READY);
        }
        if (!unreachable) {
            more.add(UNREACHABLE);
        }
        return pod.withSpec(pod.spec().withTolerations(more));
    }

    private static boolean tolerates(List<Toleration> tolerations, String taint) {
        for (var toleration : tolerations) {
            boolean key = toleration.key().isEmpty() || toleration.key().equals(taint);
            boolean effect =
                    toleration.effect().isEmpty() || toleration.effect().equals(NO_EXECUTE);
            if (key && effect) {
                return true;
            }
        }
        return false;
    }
}
