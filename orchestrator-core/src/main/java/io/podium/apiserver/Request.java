package io.podium.apiserver;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.ApiObject;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and how.
 *
 * @param userAgent who asks
 * @param options how to write
 */
record Request(String userAgent, WriteOptions options) {

    <T extends ApiObject<T>> Attributes<T> attributes(
            Registry<T> registry, Operation operation, String namespace, @Nullable T old) {
        return new Attributes<>(
                operation, namespace, options.subresource(), old, userAgent, options.dryRun(), registry.objects());
    }
}
