package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.HTTPGetAction;
import io.podium.api.core.TCPSocketAction;
import io.podium.api.meta.IntOrString;
import io.podium.api.runtime.ProbeAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Asks a container over the network. */
final class NetworkProbe {
    private final Site site;
    private final PodRun run;
    private final Container container;

    NetworkProbe(Site site, PodRun run, Container container) {
        this.site = site;
        this.run = run;
        this.container = container;
    }

    /** Whether a GET is answered with a status from 200 to 399. */
    ProbeAnswer http(HTTPGetAction action, Duration timeout) {
        int port = port(action.port());
        if (port <= 0) {
            return ProbeAnswer.failed("invalid port number: " + action.port());
        }
        var target = new HttpGet.Target(
                action.scheme().equalsIgnoreCase("HTTPS"),
                host(action.host()),
                run.reachable(port),
                action.path().isEmpty() ? "/" : action.path(),
                action.httpHeaders());
        var url = target.url();
        return call("Get \"" + url + "\": ", target.address(), () -> {
            int status = new HttpGet(timeout, () -> site.dispatcher().nanos()).status(target);
            return status >= 200 && status < 400
                    ? ProbeAnswer.PASSED
                    : ProbeAnswer.failed("HTTP probe failed with statuscode: " + status);
        });
    }

    ProbeAnswer tcp(TCPSocketAction action, Duration timeout) {
        int port = port(action.port());
        return port <= 0
                ? ProbeAnswer.failed("invalid port number: " + action.port())
                : connect(action.host(), port, timeout);
    }

    /** Whether a connection is accepted. */
    ProbeAnswer connect(String host, int port, Duration timeout) {
        var name = host(host);
        int reachable = run.reachable(port);
        return call("", name + ":" + reachable, () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(name, reachable), Math.toIntExact(timeout.toMillis()));
                return ProbeAnswer.PASSED;
            }
        });
    }

    private String host(String said) {
        return said.isEmpty() ? run.ip() : said;
    }

    private int port(@Nullable IntOrString said) {
        return switch (said) {
            case null -> -1;
            case IntOrString.Int(var number) -> number;
            case IntOrString.Text(var name) -> named(name);
        };
    }

    private int named(String name) {
        for (var port : container.ports()) {
            if (port.name().equals(name)) {
                return port.containerPort();
            }
        }
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private ProbeAnswer call(String prefix, String address, Callable<ProbeAnswer> work) {
        try {
            return site.dispatcher().blocking("probe " + address, work);
        } catch (ConnectException e) {
            return ProbeAnswer.failed(prefix + "dial tcp " + address + ": connect: connection refused");
        } catch (SocketTimeoutException e) {
            return ProbeAnswer.failed(
                    prefix.isEmpty()
                            ? "dial tcp " + address + ": i/o timeout"
                            : prefix + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ProbeAnswer.failed("interrupted");
        } catch (IOException e) {
            return ProbeAnswer.failed(prefix + e.getMessage());
        } catch (Exception e) {
            return ProbeAnswer.failed(prefix + e);
        }
    }
}
