package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The host alias of {@code Pod.spec.hostAliases[]}.
 *
 * @param ip the ip: {@code ip}
 * @param hostnames the hostnames: {@code hostnames}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record HostAlias(
        @Proto(1) @Always String ip, @Proto(2) List<String> hostnames, UnknownFields unknown) implements HostAliasWith {
    /** Copies lists and maps; maps are sorted by key. */
    public HostAlias {
        hostnames = List.copyOf(hostnames);
    }
}
