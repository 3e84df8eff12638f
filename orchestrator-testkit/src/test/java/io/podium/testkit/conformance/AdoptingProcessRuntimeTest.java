package io.podium.testkit.conformance;

/** A process runtime with a directory of its own, whose containers outlive it. */
class AdoptingProcessRuntimeTest extends ContainerRuntimeConformance {

    @Override
    protected RuntimeFixture fixture() {
        return new ProcessRuntimeTest.ProcessFixture(true);
    }
}
