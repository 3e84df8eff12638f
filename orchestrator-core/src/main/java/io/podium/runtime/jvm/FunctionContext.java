package io.podium.runtime.jvm;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerContext;
import io.podium.runtime.host.HostContainer;
import io.podium.runtime.logs.CriLogWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a function sees of its container. Closing it ends its streams. */
final class FunctionContext implements ContainerContext, AutoCloseable {
    private final HostContainer container;
    private final Cancellation cancellation;
    private final Dispatcher scope;
    private final PrintStream stdout;
    private final PrintStream stderr;

    FunctionContext(HostContainer container, Cancellation cancellation, Dispatcher scope, CriLogWriter log) {
        this.container = container;
        this.cancellation = cancellation;
        this.scope = scope;
        stdout = new PrintStream(log.stream("stdout"), true, StandardCharsets.UTF_8);
        stderr = new PrintStream(log.stream("stderr"), true, StandardCharsets.UTF_8);
    }

    @Override
    public List<String> args() {
        var all = new ArrayList<>(container.spec().command());
        all.addAll(container.spec().args());
        return Collections.unmodifiableList(all);
    }

    @Override
    public Map<String, String> env() {
        var all = new TreeMap<>(container.sandbox().variables(container.spec().name()));
        container.spec().env().forEach(variable -> all.put(variable.name(), variable.value()));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public String address() {
        return container.sandbox().address().ip();
    }

    @Override
    public Path root() {
        return container.sandbox().root(container.spec().name()).path();
    }

    @Override
    public Path path(String containerPath) {
        return container.sandbox().root(container.spec().name()).resolve(containerPath);
    }

    @Override
    public PrintStream stdout() {
        return stdout;
    }

    @Override
    public PrintStream stderr() {
        return stderr;
    }

    @Override
    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    @Override
    public void awaitCancel() throws InterruptedException {
        cancellation.await();
    }

    @Override
    public boolean awaitCancel(Duration atMost) throws InterruptedException {
        return cancellation.await(atMost);
    }

    @Override
    public void onCancel(Consumer<String> action) {
        cancellation.onCancel(signal -> scope.execute("on cancel", () -> action.accept(signal)));
    }

    @Override
    public Dispatcher dispatcher() {
        return scope;
    }

    @Override
    public void close() {
        stdout.close();
        stderr.close();
    }
}
