package io.podium.examples;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** What README promises of the quickstart, on the processes of this machine. */
class QuickstartTest {

    @Test
    void everythingThatItTellsHappens() {
        assertThatCode(Quickstart::main).doesNotThrowAnyException();
    }
}
