package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.meta.ApiObject;

/** Looks at writes of objects of all kinds before other admission functions do. */
@FunctionalInterface
public interface WriteGuard {

    /**
     * Lets a write pass, or refuses it.
     *
     * @param object what is written or deleted
     * @param attributes what else is known of the write
     * @throws io.podium.api.admission.Refusal if the write is not admitted
     * @throws io.podium.api.client.ApiException if the client must be told something other than that it is forbidden
     */
    void check(ApiObject<?> object, Attributes<?> attributes);
}
