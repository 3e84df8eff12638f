package io.podium.api.core;

import io.podium.api.meta.IntOrString;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP get action of {@code Pod.spec.initContainers[].livenessProbe.httpGet}.
 *
 * @param path the path: {@code path}
 * @param port the port: {@code port}
 * @param host the host: {@code host}
 * @param scheme the scheme: {@code scheme}
 * @param httpHeaders the http headers: {@code httpHeaders}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record HTTPGetAction(
        @Proto(1) String path,
        @Proto(2) @Always @Nullable IntOrString port,
        @Proto(3) String host,
        @Proto(4) String scheme,
        @Proto(5) List<HTTPHeader> httpHeaders,
        UnknownFields unknown)
        implements HTTPGetActionWith {
    /** Copies lists and maps; maps are sorted by key. */
    public HTTPGetAction {
        httpHeaders = List.copyOf(httpHeaders);
    }
}
