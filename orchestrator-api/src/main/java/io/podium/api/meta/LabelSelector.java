package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.Map;

/**
 * The label selector of {@code Deployment.spec.selector}.
 *
 * @param matchLabels the match labels: {@code matchLabels}
 * @param matchExpressions the match expressions: {@code matchExpressions}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record LabelSelector(
        @Proto(1) Map<String, String> matchLabels,
        @Proto(2) List<LabelSelectorRequirement> matchExpressions,
        UnknownFields unknown)
        implements LabelSelectorWith {
    /** Copies lists and maps; maps are sorted by key. */
    public LabelSelector {
        matchLabels = Sorted.copyOf(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }
}
