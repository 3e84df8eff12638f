package io.podium.testkit.conformance;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.process.ProcessOptions;
import io.podium.runtime.process.ProcessRuntime;
import java.nio.file.Path;
import java.util.Optional;

/** A process runtime that ends with its JVM. */
class ProcessRuntimeTest extends ContainerRuntimeConformance {

    @Override
    protected RuntimeFixture fixture() {
        return new ProcessFixture(false);
    }

    static final class ProcessFixture implements RuntimeFixture {
        private final Dispatcher dispatcher = SystemDispatcher.start("conformance");
        private final boolean adopting;

        ProcessFixture(boolean adopting) {
            this.adopting = adopting;
        }

        @Override
        public Dispatcher dispatcher() {
            return dispatcher;
        }

        @Override
        public ContainerRuntime start(Path directory) {
            var options = ProcessOptions.defaults().shared(directory.resolve("shared"));
            return ProcessRuntime.start(dispatcher, adopting ? options.directory(directory.resolve("own")) : options);
        }

        @Override
        public Optional<Command> command(TestProgram program) {
            return ShellPrograms.command(ProcessRuntime.IMAGE, "$POD_ROOT", program);
        }

        @Override
        public void close() {
            dispatcher.close();
        }
    }
}
