package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSelectorTest {
    private static final Map<String, String> FIELDS = Map.of("metadata.name", "a,b", "status.phase", "Running");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                "status.phase=Running|true",
                "status.phase==Running|true",
                "status.phase!=Running|false",
                "status.phase=|false",
                "spec.nodeName=|true",
                "spec.nodeName!=|false",
                "metadata.name=a\\,b|true",
                ",status.phase!=Failed,|true",
                "status.phase=Running,status.phase=Failed|false"
            })
    void comparesFields(String text, boolean matches) {
        var selector = FieldSelector.parse(text);

        assertThat(selector.matches(FIELDS::get)).isEqualTo(matches);
        assertThat(FieldSelector.parse(selector.toString())).isEqualTo(selector);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec.nodeName|invalid selector: 'spec.nodeName'; can't understand 'spec.nodeName'; write it as field=value or field!=value",
                "a=b=c|invalid field selector: unescaped character in value: 61",
                "a=\\x|invalid field selector: invalid escape sequence: \\x",
                "a=b\\|invalid field selector: invalid escape sequence: \\",
            })
    void refusesWhatItCannotRead(String text, String message) {
        assertThatThrownBy(() -> FieldSelector.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void tellsTheValueThatAnIndexNeeds() {
        var selector = FieldSelector.parse("spec.nodeName=n1,status.phase!=Failed");

        assertThat(selector.requiredValue("spec.nodeName")).contains("n1");
        assertThat(selector.requiredValue("status.phase")).isEmpty();
        assertThat(FieldSelector.of("spec.nodeName", "a=b")).hasToString("spec.nodeName=a\\=b");
        assertThat(FieldSelector.everything().isEmpty()).isTrue();
    }
}
