package io.podium.api.meta;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The owner reference of {@code Deployment.metadata.ownerReferences[]}.
 *
 * @param apiVersion the api version: {@code apiVersion}
 * @param kind the kind: {@code kind}
 * @param name the name: {@code name}
 * @param uid the uid: {@code uid}
 * @param controller the controller: {@code controller}
 * @param blockOwnerDeletion the block owner deletion: {@code blockOwnerDeletion}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record OwnerReference(
        @Proto(5) @Always String apiVersion,
        @Proto(1) @Always String kind,
        @Proto(3) @Always String name,
        @Proto(4) @Always String uid,
        @Proto(6) @Nullable Boolean controller,
        @Proto(7) @Nullable Boolean blockOwnerDeletion,
        UnknownFields unknown)
        implements OwnerReferenceWith {

    /**
     * The reference by which an object says who controls it: it goes when its controller is deleted, which waits for it if it is deleted
     * in the foreground.
     *
     * @param controller the controlling object, as stored
     * @return a reference to it
     */
    public static OwnerReference ofController(ApiObject<?> controller) {
        return new OwnerReferenceBuilder()
                .apiVersion(controller.kind().apiVersion())
                .kind(controller.kind().name())
                .name(controller.name())
                .uid(controller.uid())
                .controller(true)
                .blockOwnerDeletion(true)
                .build();
    }
}
