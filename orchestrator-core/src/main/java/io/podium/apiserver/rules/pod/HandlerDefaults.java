package io.podium.apiserver.rules.pod;

import io.podium.api.core.HTTPGetAction;
import io.podium.api.core.Lifecycle;
import io.podium.api.core.LifecycleHandler;
import io.podium.api.core.Probe;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Defaults of probes and lifecycle hooks. */
final class HandlerDefaults {
    private static final int TIMEOUT_SECONDS = 1;
    private static final int PERIOD_SECONDS = 10;
    private static final int SUCCESSES = 1;
    private static final int FAILURES = 3;

    private HandlerDefaults() {}

    static @Nullable Probe probe(@Nullable Probe probe) {
        if (probe == null || isComplete(probe)) {
            return probe;
        }
        var grpc = probe.grpc();
        return probe.toBuilder()
                .httpGet(http(probe.httpGet()))
                .grpc(grpc == null || grpc.service() != null ? grpc : grpc.withService(""))
                .timeoutSeconds(orDefault(probe.timeoutSeconds(), TIMEOUT_SECONDS))
                .periodSeconds(orDefault(probe.periodSeconds(), PERIOD_SECONDS))
                .successThreshold(orDefault(probe.successThreshold(), SUCCESSES))
                .failureThreshold(orDefault(probe.failureThreshold(), FAILURES))
                .build();
    }

    private static boolean isComplete(Probe probe) {
        return probe.timeoutSeconds() != 0
                && probe.periodSeconds() != 0
                && probe.successThreshold() != 0
                && probe.failureThreshold() != 0
                && http(probe.httpGet()) == probe.httpGet()
                && (probe.grpc() == null || probe.grpc().service() != null);
    }

    private static int orDefault(int value, int otherwise) {
        return value == 0 ? otherwise : value;
    }

    static @Nullable Lifecycle lifecycle(@Nullable Lifecycle lifecycle) {
        if (lifecycle == null) {
            return null;
        }
        var postStart = handler(lifecycle.postStart());
        var preStop = handler(lifecycle.preStop());
        return postStart == lifecycle.postStart() && preStop == lifecycle.preStop()
                ? lifecycle
                : lifecycle.withPostStart(postStart).withPreStop(preStop);
    }

    private static @Nullable LifecycleHandler handler(@Nullable LifecycleHandler handler) {
        if (handler == null) {
            return null;
        }
        var http = http(handler.httpGet());
        return http == handler.httpGet() ? handler : handler.withHttpGet(http);
    }

    private static @Nullable HTTPGetAction http(@Nullable HTTPGetAction http) {
        if (http == null) {
            return null;
        }
        var path = http.path().isEmpty() ? "/" : http.path();
        var scheme = http.scheme().isEmpty() ? "HTTP" : http.scheme();
        return Objects.equals(path, http.path()) && Objects.equals(scheme, http.scheme())
                ? http
                : http.withPath(path).withScheme(scheme);
    }
}
