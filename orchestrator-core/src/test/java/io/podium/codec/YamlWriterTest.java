package io.podium.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Pod;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    private static final String ALPHABET =
            "ab01 -:#'\"\\\n\t,[]{}&*!|>%@`?~=<._+eExynoYN\r\u0007\u0085\u00e9\u2028\ud83d\ude00";

    @Test
    void laysOutAsKubectlDoes() {
        var pod = JsonReader.plain().read(Pod.KIND, """
                        {"metadata": {"name": "web", "annotations": {"note": "two\\nlines\\n"}},
                         "spec": {"containers": [{"name": "app", "image": "nginx:1.27", "args": ["-v", "true", ""],
                                                  "ports": [{"containerPort": 80}]}], "volumes": [{"name": "v", "emptyDir": {}}]}}""".getBytes(UTF_8), Strictness.strict());

        assertThat(YamlWriter.writeAll(List.of(pod))).isEqualTo("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          annotations:
                            note: |
                              two
                              lines
                          name: web
                        spec:
                          containers:
                          - args:
                            - "-v"
                            - "true"
                            - ""
                            image: nginx:1.27
                            name: app
                            ports:
                            - containerPort: 80
                            resources: {}
                          volumes:
                          - emptyDir: {}
                            name: v
                        status: {}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "n",
                "~",
                "null",
                "0644",
                "1_000",
                ".5",
                "1e3",
                "0o17",
                "12:30",
                "2001-01-01",
                "2001-01-01T00:00:00Z",
                "=",
                "<<",
                ".inf",
                ".nan",
                "- a",
                "a: b",
                "a #b",
                "a:",
                " a",
                "a ",
                "{a",
                "\"",
                "'",
                "%a",
                "@a",
                "a\tb",
                "",
                "\n",
                "\n\n",
                "a\n",
                "a\n\n",
                "\na",
                "a\r\nb",
                " a\nb",
                "a\n b\n",
                "a \n\n\n b",
                "a\n\tb",
                "\u0000",
                "\ufeff",
                "---",
                "...",
                "#"
            })
    void quotesWhatAReaderMightMistake(String text) {
        assertReadsBack(Json.of(text));
        assertReadsBack(Json.from(Map.of("k", List.of(text, Map.of(text, text)))));
    }

    @Test
    void anyTreeReadsBack() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            assertReadsBack(tree(random, 4));
        }
    }

    private static void assertReadsBack(Json tree) {
        var yaml = YamlWriter.write(tree);
        assertThat(YamlReader.plain().readTree(yaml.getBytes(UTF_8), Strictness.strict()))
                .as(yaml)
                .isEqualTo(tree);
    }

    private static Json tree(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0, 1 -> Json.of(text(random));
            case 2 -> Json.of(random.nextLong());
            case 3 -> Json.of(random.nextGaussian());
            case 4 -> random.nextBoolean() ? Json.NULL : Json.of(random.nextBoolean());
            case 5 -> {
                var items = new Json[random.nextInt(4)];
                for (int i = 0; i < items.length; i++) {
                    items[i] = tree(random, depth - 1);
                }
                yield Json.array(items);
            }
            default -> {
                var fields = JsonObject.builder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.put(text(random), tree(random, depth - 1));
                }
                yield fields.build();
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        var alphabet = ALPHABET.codePoints().toArray();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
