package io.podium.api.batch;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The success policy rule of {@code Job.spec.successPolicy.rules[]}.
 *
 * @param succeededIndexes the succeeded indexes: {@code succeededIndexes}
 * @param succeededCount the succeeded count: {@code succeededCount}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SuccessPolicyRule(
        @Proto(1) @Nullable String succeededIndexes,
        @Proto(2) @Nullable Integer succeededCount,
        UnknownFields unknown) implements SuccessPolicyRuleWith {}
