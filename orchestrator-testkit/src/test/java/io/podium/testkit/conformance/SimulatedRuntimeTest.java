package io.podium.testkit.conformance;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ContainerSpec;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.runtime.simulated.SimulatedBehavior.Stage;
import io.podium.runtime.simulated.SimulatedNetwork;
import io.podium.runtime.simulated.SimulatedRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class SimulatedRuntimeTest extends ContainerRuntimeConformance {

    @Override
    protected RuntimeFixture fixture() {
        return new SimulatedFixture();
    }

    /** The words of a container's command are the script's instructions. */
    private static final class SimulatedFixture implements RuntimeFixture {
        private static final String IMAGE = "scripted";

        private final Dispatcher dispatcher = SystemDispatcher.start("conformance");

        @Override
        public Dispatcher dispatcher() {
            return dispatcher;
        }

        @Override
        public ContainerRuntime start(Path directory) {
            return SimulatedRuntime.start(dispatcher, (pod, container) -> behavior(container), new SimulatedNetwork());
        }

        private static SimulatedBehavior behavior(ContainerSpec container) {
            var words = container.command();
            return switch (words.getFirst()) {
                case "end" -> SimulatedBehavior.ends(Duration.parse(words.get(1)), Integer.parseInt(words.get(2)));
                case "stop" -> SimulatedBehavior.DEFAULT.stoppingWith(Integer.parseInt(words.get(1)));
                case "memory" ->
                    SimulatedBehavior.DEFAULT.through(List.of(Stage.STEADY.using(0, Long.parseLong(words.get(1)))));
                case "fail" -> SimulatedBehavior.unstartable("no such program");
                default -> SimulatedBehavior.DEFAULT;
            };
        }

        @Override
        public Optional<Command> command(TestProgram program) {
            return switch (program) {
                case TestProgram.Print print -> say("end", "PT0S", Integer.toString(print.exitCode()));
                case TestProgram.Run run -> say("run");
                case TestProgram.Ignore ignore -> say("stop", Integer.toString(SimulatedBehavior.KILLED));
                case TestProgram.Obey obey -> say("stop", Integer.toString(obey.exitCode()));
                case TestProgram.Work work -> say("end", work.duration().toString(), "0");
                case TestProgram.TakeMemory memory -> say("memory", Long.toString(memory.bytes()));
                case TestProgram.Missing missing -> say("fail");
                case TestProgram.Write write -> Optional.empty();
                case TestProgram.PrintVariable variable -> Optional.empty();
            };
        }

        private static Optional<Command> say(String... words) {
            return Optional.of(new Command(IMAGE, List.of(words)));
        }

        @Override
        public boolean realFiles() {
            return false;
        }

        @Override
        public void close() {
            dispatcher.close();
        }
    }
}
