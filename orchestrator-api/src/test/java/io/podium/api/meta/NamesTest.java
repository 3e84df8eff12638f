package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void addsFiveCharactersToTheBase() {
        assertThat(Names.generate("web-", new Random(1)::nextLong)).matches("web-[bcdfghjklmnpqrstvwxz2456789]{5}");
    }

    @Test
    void keepsTheNameALabel() {
        var name = Names.generate("a".repeat(200), new Random(1)::nextLong);

        assertThat(name).hasSize(63).startsWith("a".repeat(58));
        assertThat(DnsNames.labelProblems(name)).isEmpty();
    }

    @Test
    void followsTheRandomSource() {
        assertThat(Names.generate("web-", new Random(7)::nextLong))
                .isEqualTo(Names.generate("web-", new Random(7)::nextLong));
        assertThat(Names.generate("web-", new Random(7)::nextLong))
                .isNotEqualTo(Names.generate("web-", new Random(8)::nextLong));
    }
}
