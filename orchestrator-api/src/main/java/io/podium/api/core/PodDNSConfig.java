package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The pod DNS config of {@code Pod.spec.dnsConfig}.
 *
 * @param nameservers the nameservers: {@code nameservers}
 * @param searches the searches: {@code searches}
 * @param options the options: {@code options}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodDNSConfig(
        @Proto(1) List<String> nameservers,
        @Proto(2) List<String> searches,
        @Proto(3) List<PodDNSConfigOption> options,
        UnknownFields unknown)
        implements PodDNSConfigWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodDNSConfig {
        nameservers = List.copyOf(nameservers);
        searches = List.copyOf(searches);
        options = List.copyOf(options);
    }
}
