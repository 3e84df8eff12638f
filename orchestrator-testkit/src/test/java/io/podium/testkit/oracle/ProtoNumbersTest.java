package io.podium.testkit.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.schema.Schema;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The protobuf numbers of kinds that Kubernetes' Java client does not have, against those of {@code k8s.io/api} v0.34.4. */
class ProtoNumbersTest {

    @Test
    void areThoseOfKubernetes() throws Exception {
        Map<String, Map<String, Integer>> expected = new TreeMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProtoNumbersTest.class.getResourceAsStream("/oracle/proto-numbers.tsv")),
                UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t"))
                    .forEach(line -> expected.computeIfAbsent(line[0], t -> new TreeMap<>())
                            .put(line[1], Integer.valueOf(line[2])));
        }

        for (var type : expected.entrySet()) {
            Map<String, Integer> ours = new TreeMap<>();
            Schema.of(Class.forName(type.getKey())).fields().forEach(field -> ours.put(field.name(), field.number()));
            assertThat(ours).as(type.getKey()).isEqualTo(type.getValue());
        }
        assertThat(expected).hasSize(9);
    }
}
