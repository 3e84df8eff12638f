package io.podium.testkit.conformance;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerContext;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.jvm.JvmRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

class JvmRuntimeTest extends ContainerRuntimeConformance {

    @Override
    protected RuntimeFixture fixture() {
        return new JvmFixture();
    }

    /** One image for each kind of program; its arguments are the command. */
    private static final class JvmFixture implements RuntimeFixture {
        private final Dispatcher dispatcher = SystemDispatcher.start("conformance");
        private final Semaphore over = new Semaphore(0);

        @Override
        public Dispatcher dispatcher() {
            return dispatcher;
        }

        @Override
        public ContainerRuntime start(Path directory) {
            return JvmRuntime.builder()
                    .image("print", JvmFixture::print)
                    .image("run", JvmFixture::run)
                    .image("ignore", this::ignore)
                    .image("obey", JvmFixture::obey)
                    .image("work", JvmFixture::work)
                    .image("write", JvmFixture::write)
                    .image("variable", JvmFixture::variable)
                    .start(dispatcher);
        }

        @Override
        public Optional<Command> command(TestProgram program) {
            return switch (program) {
                case TestProgram.Print print ->
                    command(
                            "print",
                            Integer.toString(print.exitCode()),
                            String.join("\n", print.stdout()),
                            String.join("\n", print.stderr()));
                case TestProgram.Run run -> command("run");
                case TestProgram.Ignore ignore -> command("ignore");
                case TestProgram.Obey obey -> command("obey", Integer.toString(obey.exitCode()));
                case TestProgram.Work work -> command("work", work.duration().toString());
                case TestProgram.Write write -> command("write", write.containerPath(), write.text());
                case TestProgram.PrintVariable variable -> command("variable", variable.name());
                case TestProgram.TakeMemory memory -> Optional.empty();
                case TestProgram.Missing missing -> Optional.empty();
            };
        }

        private static Optional<Command> command(String image, String... words) {
            return Optional.of(new Command(image, List.of(words)));
        }

        private static int print(ContainerContext context) {
            context.args().get(1).lines().forEach(context.stdout()::println);
            context.args().get(2).lines().forEach(context.stderr()::println);
            return Integer.parseInt(context.args().get(0));
        }

        private static int run(ContainerContext context) throws InterruptedException {
            context.stdout().println(TestProgram.READY);
            context.awaitCancel();
            throw new InterruptedException("asked to end");
        }

        /** Ends with its test, at the latest. */
        private int ignore(ContainerContext context) {
            context.stdout().println(TestProgram.READY);
            over.acquireUninterruptibly();
            return 0;
        }

        private static int obey(ContainerContext context) throws InterruptedException {
            context.stdout().println(TestProgram.READY);
            context.awaitCancel();
            context.stdout().println("bye");
            return Integer.parseInt(context.args().get(0));
        }

        private static int work(ContainerContext context) throws InterruptedException {
            context.dispatcher().sleep(Duration.parse(context.args().get(0)));
            return 0;
        }

        private static int write(ContainerContext context) throws IOException {
            Files.writeString(
                    context.path(context.args().get(0)), context.args().get(1));
            return 0;
        }

        private static int variable(ContainerContext context) {
            context.stdout().println(context.env().get(context.args().get(0)));
            return 0;
        }

        @Override
        public void endStubborn() {
            over.release();
        }

        @Override
        public void close() {
            dispatcher.close();
        }
    }
}
