package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.admission.Mutator;
import io.podium.api.core.Node;
import io.podium.api.core.Taint;
import io.podium.api.core.TaintBuilder;
import io.podium.api.core.WellKnown;
import java.util.ArrayList;

/** A new node takes no pods until it has been seen to be ready. */
final class NewNodeTaint implements Mutator<Node> {
    private static final Taint NOT_READY = new TaintBuilder()
            .key(WellKnown.TAINT_NOT_READY)
            .effect("NoSchedule")
            .build();

    @Override
    public Node mutate(Node node, Attributes<Node> attributes) {
        var taints = node.spec().taints();
        boolean tainted = taints.stream()
                .anyMatch(taint ->
                        taint.key().equals(NOT_READY.key()) && taint.effect().equals(NOT_READY.effect()));
        if (tainted
                || attributes.operation() != Operation.CREATE
                || !attributes.subresource().isEmpty()) {
            return node;
        }
        var more = new ArrayList<>(taints);
        more.add(NOT_READY);
        return node.withSpec(node.spec().withTaints(more));
    }
}
