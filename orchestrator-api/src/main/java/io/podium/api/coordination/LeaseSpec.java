package io.podium.api.coordination;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Default;
import io.podium.api.schema.MicroTime;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lease spec of {@code Lease.spec}.
 *
 * @param holderIdentity the holder identity: {@code holderIdentity}
 * @param leaseDurationSeconds the lease duration seconds: {@code leaseDurationSeconds}
 * @param acquireTime the acquire time: {@code acquireTime}
 * @param renewTime the renew time: {@code renewTime}
 * @param leaseTransitions the lease transitions: {@code leaseTransitions}
 * @param strategy the strategy: {@code strategy}
 * @param preferredHolder the preferred holder: {@code preferredHolder}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record LeaseSpec(
        @Proto(1) @Nullable String holderIdentity,
        @Proto(2) @Default("15") @Nullable Integer leaseDurationSeconds,
        @Proto(3) @MicroTime @Nullable Instant acquireTime,
        @Proto(4) @MicroTime @Nullable Instant renewTime,
        @Proto(5) @Nullable Integer leaseTransitions,
        @Proto(6) @Nullable String strategy,
        @Proto(7) @Nullable String preferredHolder,
        UnknownFields unknown)
        implements LeaseSpecWith {}
