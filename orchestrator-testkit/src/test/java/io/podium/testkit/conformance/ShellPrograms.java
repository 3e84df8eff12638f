package io.podium.testkit.conformance;

import io.podium.testkit.conformance.RuntimeFixture.Command;
import java.util.List;
import java.util.Optional;

/** The suite's programs as shell scripts, for runtimes whose images have a POSIX shell. */
final class ShellPrograms {
    private ShellPrograms() {}

    static Optional<Command> command(String image, String root, TestProgram program) {
        return Optional.of(
                program instanceof TestProgram.Missing
                        ? new Command(image, List.of("/no/such/program"))
                        : new Command(image, List.of("/bin/sh", "-c", script(root, program))));
    }

    private static String script(String root, TestProgram program) {
        return switch (program) {
            case TestProgram.Print print -> print(print);
            case TestProgram.Run run -> "echo ready; exec sleep 600";
            case TestProgram.Ignore ignore -> "trap '' TERM INT; echo ready; while :; do sleep 0.1; done";
            case TestProgram.Obey obey ->
                "trap 'echo bye; exit " + obey.exitCode() + "' TERM; echo ready; while :; do sleep 0.05; done";
            case TestProgram.Work work -> "sleep " + work.duration().toMillis() / 1000.0;
            case TestProgram.Write write ->
                "printf %s " + quote(write.text()) + " >\"" + root + "\"" + quote(write.containerPath());
            case TestProgram.PrintVariable variable -> "printf '%s\\n' \"$" + variable.name() + "\"";
            case TestProgram.TakeMemory memory ->
                "head -c " + memory.bytes() + " /dev/zero | tail -c " + memory.bytes();
            case TestProgram.Missing missing -> throw new IllegalArgumentException("a script is always there");
        };
    }

    private static String print(TestProgram.Print print) {
        var script = new StringBuilder();
        print.stdout()
                .forEach(line -> script.append("echo ").append(quote(line)).append("; "));
        print.stderr()
                .forEach(line -> script.append("echo ").append(quote(line)).append(" >&2; "));
        return script.append("exit ").append(print.exitCode()).toString();
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
