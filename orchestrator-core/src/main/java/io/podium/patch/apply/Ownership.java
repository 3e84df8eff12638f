package io.podium.patch.apply;

import io.podium.api.meta.ManagedFieldsEntry;
import io.podium.api.meta.ManagedFieldsEntryBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who owns which fields of one object while a write is worked out. Changed in place; not safe for use by several threads. */
final class Ownership {
    /** How many managers that update are told apart. */
    static final int MAX_UPDATERS = 10;

    /** Who owns what the oldest of them owned. */
    static final String ANCIENT = "ancient-changes";

    private static final String APPLY = "Apply";
    private static final String UPDATE = "Update";
    private static final String FIELDS_V1 = "FieldsV1";

    /**
     * What one owner owns.
     *
     * @param fields the fields
     * @param apiVersion the version whose fields they are
     * @param time when it last changed something, null if it never did
     */
    record Share(
            FieldSet fields, String apiVersion, @Nullable Instant time) {
        Share with(FieldSet changed) {
            return new Share(changed, apiVersion, time);
        }
    }

    private final Map<Owner, Share> shares = new TreeMap<>();

    static Ownership of(List<ManagedFieldsEntry> entries) {
        var ownership = new Ownership();
        for (var entry : entries) {
            boolean applies = entry.operation().equals(APPLY);
            var owner = new Owner(entry.manager(), applies, applies ? "" : entry.apiVersion(), entry.subresource());
            ownership.shares.put(owner, new Share(FieldSet.parse(entry.fieldsV1()), entry.apiVersion(), entry.time()));
        }
        return ownership;
    }

    boolean isEmpty() {
        return shares.isEmpty();
    }

    @Nullable
    Share of(Owner owner) {
        return shares.get(owner);
    }

    /** The fields of an owner, none if it is none. */
    FieldSet fields(Owner owner) {
        var share = shares.get(owner);
        return share == null ? FieldSet.EMPTY : share.fields();
    }

    /** All fields that have an owner. */
    FieldSet all() {
        var all = FieldSet.EMPTY;
        for (var share : shares.values()) {
            all = all.union(share.fields());
        }
        return all;
    }

    void put(Owner owner, Share share) {
        if (share.fields().isEmpty()) {
            shares.remove(owner);
        } else {
            shares.put(owner, share);
        }
    }

    /** Which of some fields others than one own, by owner. */
    Map<Owner, FieldSet> ownedByOthers(FieldSet fields, Owner self) {
        var owned = new LinkedHashMap<Owner, FieldSet>();
        shares.forEach((owner, share) -> {
            var common = owner.equals(self) ? FieldSet.EMPTY : share.fields().intersection(fields);
            if (!common.isEmpty()) {
                owned.put(owner, common);
            }
        });
        return owned;
    }

    /** Takes fields from all owners, but one if there is one to be spared. Who owns nothing any more is forgotten. */
    void take(FieldSet fields, @Nullable Owner spared) {
        for (var owner : List.copyOf(shares.keySet())) {
            var share = shares.get(owner);
            if (share != null && !owner.equals(spared)) {
                put(owner, share.with(share.fields().difference(fields)));
            }
        }
    }

    /** Lets the oldest of too many updaters become one, for each version. */
    void cap() {
        var updaters = new ArrayList<>(
                shares.keySet().stream().filter(owner -> !owner.applies()).toList());
        updaters.sort(Comparator.<Owner>comparingLong(owner -> seconds(shares.get(owner)))
                .thenComparing(owner -> owner));
        int count = updaters.size();
        var firstOfVersion = new TreeMap<String, Owner>();
        for (var owner : updaters) {
            if (count <= MAX_UPDATERS) {
                return;
            }
            var share = shares.get(owner);
            var first = firstOfVersion.putIfAbsent(owner.apiVersion(), owner);
            if (first != null && share != null) {
                var ancient = new Owner(ANCIENT, false, owner.apiVersion(), "");
                var older = shares.containsKey(ancient) ? shares.get(ancient) : shares.remove(first);
                shares.remove(owner);
                shares.put(
                        ancient,
                        older == null ? share : share.with(share.fields().union(older.fields())));
                count--;
            }
        }
    }

    private static long seconds(@Nullable Share share) {
        return share == null || share.time() == null ? 0 : share.time().getEpochSecond();
    }

    /** The entries that objects carry: appliers before updaters, the longest unchanged first. */
    List<ManagedFieldsEntry> entries() {
        return shares.entrySet().stream()
                .map(share -> entry(share.getKey(), share.getValue()))
                .sorted(Comparator.comparing(ManagedFieldsEntry::operation)
                        .thenComparingLong(
                                entry -> entry.time() == null ? 0 : entry.time().getEpochSecond())
                        .thenComparing(ManagedFieldsEntry::manager)
                        .thenComparing(ManagedFieldsEntry::apiVersion)
                        .thenComparing(ManagedFieldsEntry::subresource))
                .toList();
    }

    private static ManagedFieldsEntry entry(Owner owner, Share share) {
        return new ManagedFieldsEntryBuilder()
                .manager(owner.manager())
                .operation(owner.applies() ? APPLY : UPDATE)
                .apiVersion(share.apiVersion())
                .time(share.time())
                .fieldsType(FIELDS_V1)
                .fieldsV1(share.fields().toJson())
                .subresource(owner.subresource())
                .build();
    }
}
