package io.podium.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTypeProcessorTest {
    private static final String HEADER = """
            package demo;

            import io.podium.api.meta.*;
            import io.podium.api.schema.*;
            import java.time.Instant;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /** A type of this test. */
            """;
    private static final String PART = HEADER + """
            @ApiType
            @SuppressWarnings("doclint")
            public record Part(String id, @JsonName("default") String standard, UnknownFields unknown) implements PartWith {}
            """;
    private static final String DEVICE = HEADER + """
            @ApiType
            @ApiResource(group = "demo.io", plural = "devices")
            @SuppressWarnings("doclint")
            public record Device(
                    @Proto(1) @Always ObjectMeta metadata,
                    @Proto(2) @Nullable @Default("30") Long seconds,
                    @Proto(3) @Default("x\\"y") String mode,
                    @Proto(4) int level,
                    @Proto(5) @Nullable @Default("25%") IntOrString share,
                    @Proto(6) List<String> args,
                    @Proto(7) List<Part> env,
                    @Proto(8) String clusterIP,
                    @Proto(9) List<String> clusterIPs,
                    @Proto(10) Map<String, Quantity> capacities,
                    @Proto(value = 1, in = 11) @Nullable Part main,
                    @Proto(12) List<Part> cases,
                    @Proto(13) @Nullable Instant seen,
                    @Proto(14) Map<String, List<String>> extra,
                    @Proto(15) List<Part> addresses,
                    @Proto(16) Part core,
                    UnknownFields unknown)
                    implements DeviceWith {
                /** The kind. */
                public static final Kind<Device> KIND = Kind.of(Device.class);
            }
            """;

    @TempDir
    static Path apiClasses;

    @TempDir
    Path classes;

    private static Compilation api;

    @BeforeAll
    static void compileApi() {
        api = Compilation.ofApi(apiClasses);
        assertThat(api.messages()).isEmpty();
    }

    @Test
    void generatesCodeWithoutWarnings() {
        var compilation = Compilation.of(classes, api, DEVICE, PART);

        assertThat(compilation.messages())
                .noneMatch(message -> !message.startsWith("Device.java") && !message.startsWith("Part.java"));
    }

    @Test
    void namesAddersByTheSingularUnlessItIsTaken() throws Exception {
        var compilation = Compilation.of(classes, api, DEVICE, PART, HEADER + """
                public final class Use {
                    public static String run() {
                        var device = new DeviceBuilder()
                                .name("d").namespace("n").label("k", "v").finalizer("f")
                                .seconds(5).level(2)
                                .arg("a").args("b", "c").arg("d")
                                .addEnv(p -> p.id("e"))
                                .addClusterIP("10.0.0.1").clusterIP("10.0.0.2")
                                .capacity("cpu", Quantity.of(2))
                                .addCase(p -> p.id("c1"))
                                .address(p -> p.id("a1")).address(new PartBuilder().id("a2").build())
                                .main(p -> p.id("m")).main(p -> p.standard("s"))
                                .core(p -> p.id("q"))
                                .build();
                        return device.key() + " " + device.seconds() + device.args() + device.env().get(0).id() + device.clusterIPs()
                                + device.clusterIP() + device.capacities() + device.cases().size() + device.addresses().size()
                                + device.main().id() + device.main().standard() + device.core().id()
                                + device.withSeconds(7).seconds() + device.withSeconds(null).secondsOrDefault()
                                + device.modeOrDefault() + device.shareOrDefault() + device.kind();
                    }
                }
                """);

        assertThat(compilation.call(api, "demo.Use", "run"))
                .isEqualTo("n/d 5[b, c, d]e[10.0.0.1]10.0.0.2{cpu=2}12msq730x\"y25%demo.io/v1, Kind=Device");
    }

    @Test
    void leavesProseToTheHandWrittenBuilder() throws Exception {
        var compilation = Compilation.of(classes, api, HEADER + """
                        @ApiType(prose = true)
                        public record Song(String title, UnknownFields unknown) implements SongWith {}
                        """, HEADER + """
                        public final class SongBuilder extends SongBuilderBase<SongBuilder> {
                            @Override
                            SongBuilder self() {
                                return this;
                            }

                            public SongBuilder loudly() {
                                return title("LOUD");
                            }
                        }
                        """, HEADER + """
                        public final class Use {
                            public static String run() {
                                return new SongBuilder().title("soft").loudly().build().with(s -> s.loudly().title("x")).title();
                            }
                        }
                        """);

        assertThat(compilation.call(api, "demo.Use", "run")).isEqualTo("x");
    }

    @Test
    void leavesNestedRecordsToReflection() throws Exception {
        var compilation = Compilation.of(classes, api, HEADER + """
                public final class Outer {
                    @ApiType
                    public record Inner(String text, UnknownFields unknown) {}

                    public static String run() {
                        return Schema.of(Inner.class).create(new Object[] {"hello"}, UnknownFields.NONE).text();
                    }
                }
                """);

        assertThat(compilation.call(api, "demo.Outer", "run")).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Proto(1) String a, @Proto(1) String b          | Bad.b: protobuf number 1 is that of a; give each its own
            @Proto(0) String a                              | Bad.a: a protobuf number is at least 1, not 0
            String a, @JsonName("a") String b               | Bad.b: JSON name a is that of a
            Thread thread                                   | Bad.thread: its type java.lang.Thread has no place in a schema
            List<Thread> threads                            | Bad.threads: its type java.util.List<java.lang.Thread> has no place
            Map<Integer, String> map                        | Bad.map: its type
            Integer count                                   | Bad.count: its type has no zero value to stand for absence; make it @Nullable or primitive
            Instant at                                      | Bad.at: its type has no zero value to stand for absence; make it @Nullable
            @Nullable List<String> list                     | Bad.list: a list or map is absent when empty; remove @Nullable
            @ListMap("key") List<Part> parts                | Bad.parts: @ListMap names "key", but Part has no such field
            @ListMap("standard") List<Part> parts           | Bad.parts: @ListMap names "standard", but Part has no such field
            @MergeKey("key") List<Part> parts               | Bad.parts: @MergeKey names "key", but Part has no such field
            @MergeKey List<Part> parts                      | Bad.parts: @MergeKey without a key belongs on a list of scalars
            @ListMap("id") List<String> texts               | Bad.texts: @ListMap belongs on a list of @ApiType records
            @ListSet List<Part> parts                       | Bad.parts: @ListSet belongs on a list of scalars
            @Atomic String a                                | Bad.a: @Atomic divides nothing here
            @ListSet @Atomic List<String> a                 | Bad.a: @Atomic, @ListSet and @ListMap exclude each other
            @MicroTime String a                             | Bad.a: its type java.lang.String has no place
            @Default("many") int a                          | Bad.a: @Default("many") is no value of its type
            @Default("yes") boolean a                       | Bad.a: @Default("yes") is no value of its type
            """)
    void refusesComponentsThatMakeNoSense(String components, String message) {
        var compilation =
                Compilation.of(classes, api, PART, bad("@ApiType", components + ", UnknownFields unknown", ""));

        assertThat(compilation.messages())
                .anySatisfy(found -> assertThat(found).startsWith("Bad.java:").contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @ApiType                               | String a                                   | Bad: the last component keeps unknown fields; add UnknownFields unknown
            @ApiType                               | UnknownFields unknown, String a            | Bad: the last component keeps unknown fields
            @ApiType @ApiResource(plural = "bads") | String a, UnknownFields unknown            | Bad: an @ApiResource has metadata; add the component ObjectMeta metadata
            @ApiType @ApiResource(plural = "bads") | ObjectMeta metadata, UnknownFields unknown | Bad: an @ApiResource names its kind; add public static final Kind<Bad> KIND = Kind.of(Bad.class)
            """)
    void refusesRecordsThatMakeNoSense(String annotations, String components, String message) {
        var compilation = Compilation.of(classes, api, bad(annotations, components, ""));

        assertThat(compilation.messages())
                .anySatisfy(found -> assertThat(found).startsWith("Bad.java:").contains(message));
    }

    @Test
    void refusesOtherTypesThanPlainRecordsWithTheirWithers() {
        var plainClass = Compilation.of(classes, api, HEADER + "@ApiType public final class Bad {}");
        var generic = Compilation.of(
                classes, api, HEADER + "@ApiType public record Bad<T>(UnknownFields unknown) implements BadWith {}");
        var alone = Compilation.of(classes, api, HEADER + "@ApiType public record Bad(UnknownFields unknown) {}");

        assertThat(plainClass.messages()).anyMatch(found -> found.contains("Bad: @ApiType describes records"));
        assertThat(generic.messages()).anyMatch(found -> found.contains("Bad: an @ApiType has no type parameters"));
        assertThat(alone.messages())
                .anyMatch(found -> found.contains("declare it as record Bad(…) implements BadWith"));
    }

    private static String bad(String annotations, String components, String body) {
        return HEADER + annotations + " public record Bad(" + components + ") implements BadWith {" + body + "}";
    }
}
