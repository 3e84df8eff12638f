package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The pod DNS config option of {@code Pod.spec.dnsConfig.options[]}.
 *
 * @param name the name: {@code name}
 * @param value the value: {@code value}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodDNSConfigOption(
        @Proto(1) String name, @Proto(2) @Nullable String value, UnknownFields unknown)
        implements PodDNSConfigOptionWith {}
