package io.podium.testkit.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.podium.api.core.Pod;
import io.podium.api.meta.Kinds;
import io.podium.codec.DecodingException;
import io.podium.codec.Interner;
import io.podium.codec.JsonReader;
import io.podium.codec.JsonWriter;
import io.podium.codec.Manifests;
import io.podium.codec.ProtoReader;
import io.podium.codec.ProtoWriter;
import io.podium.codec.Strictness;
import io.podium.codec.YamlWriter;
import io.podium.testkit.RandomObjects;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Damaged bytes are read as something else, or refused with the one exception that says so; nothing else ever escapes. */
class MalformedInputTest {
    private static final int RUNS = 400;

    private final SplittableRandom random = new SplittableRandom(6);
    private final Pod pod = RandomObjects.sparse(random, 0.2).object(Pod.KIND);

    @Test
    void json() {
        assertRefuses(JsonWriter.write(pod), bytes -> JsonReader.plain().read(Pod.KIND, bytes, Strictness.strict()));
    }

    @Test
    void yaml() {
        var manifests = new Manifests(Kinds.builtIn(), Interner.NONE);

        assertRefuses(YamlWriter.write(pod).getBytes(UTF_8), bytes -> manifests.read(bytes, Strictness.Mode.STRICT));
    }

    @Test
    void protobuf() {
        assertRefuses(ProtoWriter.write(pod), bytes -> ProtoReader.plain().read(Pod.KIND, bytes));
    }

    private void assertRefuses(byte[] sound, Consumer<byte[]> reading) {
        int refused = 0;
        for (int run = 0; run < RUNS; run++) {
            var damaged = damaged(sound);

            var thrown = catchThrowable(() -> reading.accept(damaged));

            if (thrown != null) {
                assertThat(thrown).as("damage %d", run).isInstanceOf(DecodingException.class);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(RUNS / 10);
    }

    private byte[] damaged(byte[] sound) {
        var bytes = random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int i = random.nextInt(1, 4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
