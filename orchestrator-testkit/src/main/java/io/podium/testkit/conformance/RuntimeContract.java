package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.RuntimeFailure.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a {@link ContainerRuntime} share: one runtime a test, ended with everything in it. */
@SuppressWarnings("NullAway.Init") // JUnit fills what is not final
abstract class RuntimeContract {
    static final Duration GRACE = Duration.ofSeconds(60);
    static final TestProgram.Print HELLO = new TestProgram.Print(List.of("hello"), List.of(), 0);

    @TempDir
    Path temp;

    private final ContainerRuntimeConformance suite;
    private RuntimeFixture fixture;
    private ContainerRuntime runtime;

    RuntimeContract(ContainerRuntimeConformance suite) {
        this.suite = suite;
    }

    @BeforeEach
    final void startRuntime() throws Exception {
        fixture = suite.fixture();
        fixture.run(() -> runtime = fixture.start(temp.resolve("runtime")));
    }

    @AfterEach
    final void closeRuntime() throws Exception {
        fixture.run(() -> {
            fixture.endStubborn();
            runtime.sandboxes().forEach(sandbox -> runtime.removeSandbox(sandbox.id()));
            runtime.close();
            assertThat(fixture.dispatcher().liveTasks()).as("tasks left behind").isEmpty();
        });
        fixture.close();
    }

    final RuntimeFixture fixture() {
        return fixture;
    }

    final ContainerRuntime runtime() {
        return runtime;
    }

    /** Closes the runtime and starts it on the same directory: the node after a restart. */
    final void restartRuntime() {
        runtime.close();
        runtime = fixture.start(temp.resolve("runtime"));
    }

    final RuntimeTestPod pod(String name) {
        return RuntimeTestPod.create(fixture, runtime, temp.resolve(name), name);
    }

    final boolean can(Capability capability) {
        return runtime.capabilities().contains(capability);
    }

    static void assertFailure(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
