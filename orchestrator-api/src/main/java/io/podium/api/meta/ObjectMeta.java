package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.ListSet;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object meta of {@code Deployment.metadata}.
 *
 * @param name the name: {@code name}
 * @param generateName the generate name: {@code generateName}
 * @param namespace the namespace: {@code namespace}
 * @param selfLink the self link: {@code selfLink}
 * @param uid the uid: {@code uid}
 * @param resourceVersion the resource version: {@code resourceVersion}
 * @param generation the generation: {@code generation}
 * @param creationTimestamp the creation timestamp: {@code creationTimestamp}
 * @param deletionTimestamp the deletion timestamp: {@code deletionTimestamp}
 * @param deletionGracePeriodSeconds the deletion grace period seconds: {@code deletionGracePeriodSeconds}
 * @param labels the labels: {@code labels}
 * @param annotations the annotations: {@code annotations}
 * @param ownerReferences the owner references: {@code ownerReferences}
 * @param finalizers the finalizers: {@code finalizers}
 * @param managedFields the managed fields: {@code managedFields}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ObjectMeta(
        @Proto(1) String name,
        @Proto(2) String generateName,
        @Proto(3) String namespace,
        @Proto(4) String selfLink,
        @Proto(5) String uid,
        @Proto(6) String resourceVersion,
        @Proto(7) long generation,
        @Proto(8) @Nullable Instant creationTimestamp,
        @Proto(9) @Nullable Instant deletionTimestamp,
        @Proto(10) @Nullable Long deletionGracePeriodSeconds,
        @Proto(11) Map<String, String> labels,
        @Proto(12) Map<String, String> annotations,
        @Proto(13) @ListMap("uid") @MergeKey("uid") List<OwnerReference> ownerReferences,
        @Proto(14) @ListSet @MergeKey List<String> finalizers,
        @Proto(17) List<ManagedFieldsEntry> managedFields,
        UnknownFields unknown)
        implements ObjectMetaWith {
    /** Metadata in which nothing is said. */
    public static final ObjectMeta EMPTY = ObjectMetaSchema.INSTANCE.empty();

    /** Copies lists and maps; maps are sorted by key. */
    public ObjectMeta {
        labels = Sorted.copyOf(labels);
        annotations = Sorted.copyOf(annotations);
        ownerReferences = List.copyOf(ownerReferences);
        finalizers = List.copyOf(finalizers);
        managedFields = List.copyOf(managedFields);
    }
}
