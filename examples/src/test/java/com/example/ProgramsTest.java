package com.example;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** The programs that README shows do what it says, on the processes of this machine. */
class ProgramsTest {

    @Test
    void aDeploymentIsChangedAndTakenBack() {
        assertThatCode(Changes::main).doesNotThrowAnyException();
    }

    @Test
    void aKindHasAControllerOfItsOwn() {
        assertThatCode(Websites::main).doesNotThrowAnyException();
    }
}
