package io.podium.testkit.conformance;

import io.podium.api.runtime.ContainerRuntime;
import org.junit.jupiter.api.Nested;

/**
 * The contract of {@link ContainerRuntime}, as tests. A capability that is promised is checked; one that is not must be refused, as the
 * interface says, or be named as not enforced. Tests of programs that a runtime cannot have are skipped.
 */
public abstract class ContainerRuntimeConformance {
    /** For the suites of runtimes. */
    protected ContainerRuntimeConformance() {}

    /**
     * Makes a fixture.
     *
     * @return a new one for each test
     */
    protected abstract RuntimeFixture fixture();

    @Nested
    class Lifecycle extends RuntimeLifecycle {
        Lifecycle() {
            super(ContainerRuntimeConformance.this);
        }
    }

    @Nested
    class Ends extends RuntimeEnds {
        Ends() {
            super(ContainerRuntimeConformance.this);
        }
    }

    @Nested
    class Services extends RuntimeServices {
        Services() {
            super(ContainerRuntimeConformance.this);
        }
    }
}
