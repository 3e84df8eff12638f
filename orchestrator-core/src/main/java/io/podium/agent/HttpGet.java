package io.podium.agent;

import io.podium.api.core.HTTPHeader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One GET over a connection of its own, for its status code only. Certificates are not checked, as in Kubernetes' probes. */
final class HttpGet {
    private static final int MOST_REDIRECTS = 10;
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Duration timeout;
    private final LongSupplier nanos;

    HttpGet(Duration timeout, LongSupplier nanos) {
        this.timeout = timeout;
        this.nanos = nanos;
    }

    /** Where to ask. */
    record Target(boolean secure, String host, int port, String path, List<HTTPHeader> headers) {
        String address() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }

        String url() {
            return (secure ? "https://" : "http://") + address() + path;
        }
    }

    int status(Target target) throws IOException {
        long due = nanos.getAsLong() + timeout.toNanos();
        var at = target;
        for (int hop = 0; ; hop++) {
            var head = head(at, due);
            int status = Integer.parseInt(head.substring(9, 12));
            var location = status >= 300 && status < 400 ? header(head, "location") : "";
            if (location.isEmpty() || hop == MOST_REDIRECTS) {
                return status;
            }
            var next = URI.create(at.url()).resolve(location);
            if (!target.host().equals(next.getHost())) {
                return status;
            }
            boolean secure = "https".equals(next.getScheme());
            int port = next.getPort() > 0 ? next.getPort() : secure ? 443 : 80;
            var query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
            at = new Target(secure, target.host(), port, next.getRawPath() + query, target.headers());
        }
    }

    private String head(Target target, long due) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.host(), target.port()), left(due));
            socket.setSoTimeout(left(due));
            if (!target.secure()) {
                return exchange(socket, target, due);
            }
            var factory = trusting().getSocketFactory();
            try (var secured = factory.createSocket(socket, target.host(), target.port(), true)) {
                return exchange(secured, target, due);
            }
        }
    }

    private String exchange(Socket socket, Target target, long due) throws IOException {
        send(new BufferedOutputStream(socket.getOutputStream()), target);
        var head = new StringBuilder();
        InputStream input = new BufferedInputStream(socket.getInputStream());
        while (head.length() < LONGEST_HEAD && !isComplete(head)) {
            socket.setSoTimeout(left(due));
            int next = input.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        var text = head.toString();
        if (!text.matches("(?s)HTTP/\\d\\.\\d \\d{3}.*")) {
            throw new IOException(text.isEmpty() ? "EOF" : "malformed HTTP response");
        }
        return text;
    }

    /** Whether a head ends with an empty line. */
    private static boolean isComplete(StringBuilder head) {
        int end = head.length();
        return end >= 2
                && head.charAt(end - 1) == '\n'
                && (head.charAt(end - 2) == '\n'
                        || end >= 4 && head.charAt(end - 2) == '\r' && head.charAt(end - 3) == '\n');
    }

    private static void send(OutputStream output, Target target) throws IOException {
        var request = new StringBuilder("GET " + target.path() + " HTTP/1.1\r\n");
        boolean hasHost = false;
        boolean hasAgent = false;
        boolean hasAccept = false;
        for (var header : target.headers()) {
            var name = header.name().toLowerCase(Locale.ROOT);
            hasHost |= name.equals("host");
            hasAgent |= name.equals("user-agent");
            hasAccept |= name.equals("accept");
            if (!header.value().isEmpty()) {
                request.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n");
            }
        }
        request.append(hasHost ? "" : "Host: " + target.address() + "\r\n");
        request.append(hasAgent ? "" : "User-Agent: kube-probe/1.34\r\n");
        request.append(hasAccept ? "" : "Accept: */*\r\n");
        request.append("Connection: close\r\n\r\n");
        output.write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        output.flush();
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private int left(long due) throws SocketTimeoutException {
        long millis = Duration.ofNanos(due - nanos.getAsLong()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("timed out after " + timeout);
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    private static SSLContext trusting() throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsAll()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be had here: " + e.getMessage(), e);
        }
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // nobody asks
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // probes trust the container that they ask
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
