package io.podium.testkit.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import io.podium.codec.Interner;
import io.podium.codec.JsonReader;
import io.podium.codec.JsonWriter;
import io.podium.codec.Manifests;
import io.podium.codec.ProtoReader;
import io.podium.codec.ProtoWriter;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.codec.YamlWriter;
import io.podium.testkit.RandomObjects;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random objects of every kind come back from each encoding as they were. */
class RoundTripTest {
    private static final int RUNS = 10;

    static Stream<Kind<?>> kinds() {
        return Kinds.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T extends ApiObject<T>> void fullObjectsComeBack(Kind<T> kind) {
        var random = RandomObjects.full(new SplittableRandom(1));
        for (int run = 0; run < 3; run++) {
            assertComesBack(kind, random.object(kind));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T extends ApiObject<T>> void sparseObjectsComeBack(Kind<T> kind) {
        var random = RandomObjects.sparse(new SplittableRandom(2), 0.4);
        for (int run = 0; run < RUNS; run++) {
            assertComesBack(kind, random.object(kind));
        }
    }

    private static <T extends ApiObject<T>> void assertComesBack(Kind<T> kind, T object) {
        var strict = Strictness.Mode.STRICT;
        var manifests = new Manifests(Kinds.builtIn(), Interner.bounded(512));

        assertThat(JsonReader.plain().read(kind, JsonWriter.write(object), Strictness.strict()))
                .isEqualTo(object);
        assertThat(Trees.fromTree(kind, Trees.toTree(object), Strictness.strict()))
                .isEqualTo(object);
        assertThat(manifests.read(YamlWriter.write(object), strict).objects()).isEqualTo(List.of(object));
        assertThat(manifests
                        .read(new String(JsonWriter.write(object), UTF_8), strict)
                        .objects())
                .isEqualTo(List.of(object));
        assertThat(ProtoReader.plain().read(kind, ProtoWriter.write(object))).isEqualTo(object);
    }
}
