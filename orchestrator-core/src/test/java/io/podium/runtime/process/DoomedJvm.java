package io.podium.runtime.process;

import io.podium.dispatch.SystemDispatcher;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A JVM that starts one container and waits to be killed. */
final class DoomedJvm implements AutoCloseable {
    private final Process jvm;
    private final String container;

    private DoomedJvm(Process jvm, String container) {
        this.jvm = jvm;
        this.container = container;
    }

    /** Starts it, with a directory of its own or without, and returns once its container runs. */
    static DoomedJvm start(Path directory, boolean outlives, String script) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                DoomedJvm.class.getName(),
                directory.toString(),
                Boolean.toString(outlives),
                script));
        var jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        var container = output.readLine();
        if (container == null) {
            throw new IOException("the JVM ended before its container ran");
        }
        return new DoomedJvm(jvm, container);
    }

    static ProcessOptions options(Path directory, boolean outlives) {
        var options = ProcessOptions.defaults().shared(directory.resolve("shared"));
        return outlives ? options.directory(directory.resolve("own")) : options;
    }

    public static void main(String... args) throws InterruptedException {
        var directory = Path.of(args[0]);
        var dispatcher = SystemDispatcher.start("doomed");
        var runtime = ProcessRuntime.start(dispatcher, options(directory, Boolean.parseBoolean(args[1])));
        var pod = new TestPod(runtime, directory.resolve("pod"));
        var id = pod.start("app", "sh", "-c", args[2]);
        while (!pod.output("app").contains("up")) {
            dispatcher.sleep(Duration.ofMillis(10));
        }
        System.out.println(id);
        dispatcher.signal("death").await(0);
    }

    String container() {
        return container;
    }

    void kill() throws InterruptedException {
        jvm.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        jvm.destroyForcibly();
    }
}
