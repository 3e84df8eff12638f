package io.podium.apiserver.rules.pod;

import io.podium.api.core.ExecAction;
import io.podium.api.core.GRPCAction;
import io.podium.api.core.HTTPGetAction;
import io.podium.api.core.Lifecycle;
import io.podium.api.core.LifecycleHandler;
import io.podium.api.core.Probe;
import io.podium.api.core.SleepAction;
import io.podium.api.core.TCPSocketAction;
import io.podium.api.meta.IntOrString;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks probes and lifecycle hooks. */
final class HandlerRules {
    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");
    private static final String TOO_MANY = "may not specify more than 1 handler type";
    private static final String GRACE = "terminationGracePeriodSeconds";

    private HandlerRules() {}

    static void checkLifecycle(@Nullable Lifecycle lifecycle, long grace, Path path, Problems problems) {
        if (lifecycle == null) {
            return;
        }
        if (lifecycle.postStart() != null) {
            checkHook(lifecycle.postStart(), grace, path.child("postStart"), problems);
        }
        if (lifecycle.preStop() != null) {
            checkHook(lifecycle.preStop(), grace, path.child("preStop"), problems);
        }
    }

    private static void checkHook(LifecycleHandler hook, long grace, Path path, Problems problems) {
        check(hook.exec(), hook.httpGet(), hook.tcpSocket(), null, hook.sleep(), grace, path, problems);
    }

    static void checkLiveness(@Nullable Probe probe, Path path, Problems problems) {
        checkProbe(probe, path, problems);
        if (probe != null && probe.successThreshold() != 1) {
            problems.invalid(path.child("successThreshold"), probe.successThreshold(), "must be 1");
        }
    }

    static void checkReadiness(@Nullable Probe probe, Path path, Problems problems) {
        checkProbe(probe, path, problems);
        if (probe != null && probe.terminationGracePeriodSeconds() != null) {
            problems.invalid(
                    path.child(GRACE), probe.terminationGracePeriodSeconds(), "must not be set for readinessProbes");
        }
    }

    private static void checkProbe(@Nullable Probe probe, Path path, Problems problems) {
        if (probe == null) {
            return;
        }
        check(probe.exec(), probe.httpGet(), probe.tcpSocket(), probe.grpc(), null, 0, path, problems);
        Checks.notNegative(probe.initialDelaySeconds(), path, "initialDelaySeconds", problems);
        Checks.notNegative(probe.timeoutSeconds(), path, "timeoutSeconds", problems);
        Checks.notNegative(probe.periodSeconds(), path, "periodSeconds", problems);
        Checks.notNegative(probe.successThreshold(), path, "successThreshold", problems);
        Checks.notNegative(probe.failureThreshold(), path, "failureThreshold", problems);
        if (probe.terminationGracePeriodSeconds() != null && probe.terminationGracePeriodSeconds() <= 0) {
            problems.invalid(path.child(GRACE), probe.terminationGracePeriodSeconds(), "must be greater than 0");
        }
    }

    private static void check(
            @Nullable ExecAction exec,
            @Nullable HTTPGetAction http,
            @Nullable TCPSocketAction tcp,
            @Nullable GRPCAction grpc,
            @Nullable SleepAction sleep,
            long grace,
            Path path,
            Problems problems) {
        int count = 0;
        if (exec != null) {
            count++;
            checkExec(exec, path.child("exec"), problems);
        }
        if (http != null && isOnly(count++, path, "httpGet", problems)) {
            checkHttp(http, path.child("httpGet"), problems);
        }
        if (tcp != null && isOnly(count++, path, "tcpSocket", problems)) {
            checkPort(tcp.port(), path.child("tcpSocket").child("port"), problems);
        }
        if (grpc != null && isOnly(count++, path, "grpc", problems)) {
            problems.invalidAll(path.child("grpc").child("port"), grpc.port(), Formats.portNumber(grpc.port()));
        }
        if (sleep != null && isOnly(count++, path, "sleep", problems)) {
            checkSleep(sleep, grace, path.child("sleep"), problems);
        }
        if (count == 0) {
            problems.required(path, "must specify a handler type");
        }
    }

    private static boolean isOnly(int before, Path path, String type, Problems problems) {
        if (before > 0) {
            problems.forbidden(path.child(type), TOO_MANY);
        }
        return before == 0;
    }

    private static void checkExec(ExecAction exec, Path path, Problems problems) {
        if (exec.command().isEmpty()) {
            problems.required(path.child("command"), "");
        }
    }

    private static void checkHttp(HTTPGetAction http, Path path, Problems problems) {
        Checks.required(http.path(), path, "path", problems);
        checkPort(http.port(), path.child("port"), problems);
        Checks.supported(http.scheme(), SCHEMES, path.child("scheme"), problems);
        for (int i = 0; i < http.httpHeaders().size(); i++) {
            var name = http.httpHeaders().get(i).name();
            problems.invalidAll(path.child("httpHeaders"), name, Formats.httpHeaderName(name));
        }
    }

    private static void checkPort(@Nullable IntOrString port, Path path, Problems problems) {
        switch (port) {
            case null -> problems.invalidAll(path, 0, Formats.portNumber(0));
            case IntOrString.Int number ->
                problems.invalidAll(path, number.value(), Formats.portNumber(number.value()));
            case IntOrString.Text text -> problems.invalidAll(path, text.value(), Formats.portName(text.value()));
        }
    }

    private static void checkSleep(SleepAction sleep, long grace, Path path, Problems problems) {
        if (sleep.seconds() < 0 || sleep.seconds() > grace) {
            problems.invalid(
                    path,
                    sleep.seconds(),
                    "must be non-negative and less than terminationGracePeriodSeconds (" + grace + ")");
        }
    }
}
