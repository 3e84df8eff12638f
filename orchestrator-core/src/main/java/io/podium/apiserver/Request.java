package io.podium.apiserver;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ManagedFieldsEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and how.
 *
 * @param userAgent who asks
 * @param options how to write
 * @param owners who owns which field after the write, where that is decided already (an apply); null to find out
 */
record Request(
        String userAgent, WriteOptions options, @Nullable List<ManagedFieldsEntry> owners) {

    static Request of(String userAgent, WriteOptions options) {
        return new Request(userAgent, options, null);
    }

    Request owned(List<ManagedFieldsEntry> decided) {
        return new Request(userAgent, options, decided);
    }

    <T extends ApiObject<T>> Attributes<T> attributes(
            Registry<T> registry, Operation operation, String namespace, @Nullable T old) {
        return new Attributes<>(
                operation, namespace, options.subresource(), old, userAgent, options.dryRun(), registry.objects());
    }
}
