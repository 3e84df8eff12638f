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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Asks a container over the network. */
final class NetworkProbe {
    private static final int HIGHEST_PORT = 65_535;

    private final Site site;
    private final PodRun run;
    private final Container container;

    NetworkProbe(Site site, PodRun run, Container container) {
        this.site = site;
        this.run = run;
        this.container = container;
    }

    /** Whether a GET is answered with a status from 200 to 399. */
    ProbeAnswer http(HTTPGetAction action, Duration timeout) throws UnusableProbe {
        return get(
                action,
                timeout,
                status -> status >= 200 && status < 400
                        ? ProbeAnswer.PASSED
                        : ProbeAnswer.failed("HTTP probe failed with statuscode: " + status));
    }

    /** Why a GET is not answered, whatever the answer says; empty if it is. */
    String reach(HTTPGetAction action, Duration timeout) throws UnusableProbe {
        return get(action, timeout, status -> ProbeAnswer.PASSED).output();
    }

    private ProbeAnswer get(HTTPGetAction action, Duration timeout, IntFunction<ProbeAnswer> judge)
            throws UnusableProbe {
        var target = new HttpGet.Target(
                action.scheme().equalsIgnoreCase("HTTPS"),
                host(action.host()),
                run.reachable(port(action.port())),
                action.path().isEmpty() ? "/" : action.path(),
                action.httpHeaders());
        return call(
                "Get \"" + target.url() + "\": ",
                target.address(),
                () -> judge.apply(new HttpGet(timeout, () -> site.dispatcher().nanos()).status(target)));
    }

    ProbeAnswer tcp(TCPSocketAction action, Duration timeout) throws UnusableProbe {
        return connect(action.host(), port(action.port()), timeout);
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

    private int port(@Nullable IntOrString said) throws UnusableProbe {
        int port = switch (said) {
            case null -> 0;
            case IntOrString.Int(var number) -> number;
            case IntOrString.Text(var name) -> named(name);
        };
        if (port <= 0 || port > HIGHEST_PORT) {
            throw new UnusableProbe("invalid port number: " + port);
        }
        return port;
    }

    private int named(String name) throws UnusableProbe {
        for (var port : container.ports()) {
            if (port.name().equals(name)) {
                return port.containerPort();
            }
        }
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException noNumber) {
            throw new UnusableProbe("strconv.Atoi: parsing \"" + name + "\": invalid syntax");
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
