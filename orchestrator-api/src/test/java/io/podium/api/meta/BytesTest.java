package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @Test
    void keepsItsOwnCopy() {
        byte[] array = {1, 2, 3};
        var bytes = Bytes.of(array);

        array[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void travelsInBase64() {
        var secret = Bytes.ofUtf8("s3cr3t");

        assertThat(secret.toBase64()).isEqualTo("czNjcjN0");
        assertThat(Bytes.ofBase64("czNj\r\ncjN0")).isEqualTo(secret).hasSameHashCodeAs(secret);
        assertThat(Bytes.ofBase64("").isEmpty()).isTrue();
        assertThat(secret.toUtf8()).isEqualTo("s3cr3t");
    }

    @Test
    void doesNotShowItsContent() {
        assertThat(Bytes.ofUtf8("s3cr3t")).hasToString("Bytes[6]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "YQ", "YQ=", "Y!==", "-_-_"})
    void refusesWhatIsNotBase64(String text) {
        assertThatThrownBy(() -> Bytes.ofBase64(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("illegal base64 data");
    }
}
