package io.podium.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.core.ConfigMap;
import io.podium.api.core.Pod;
import io.podium.api.meta.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected trees are what {@code sigs.k8s.io/yaml} v1.6.0 gives for the same text. */
class YamlReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '\0', textBlock = """
                    a: yes\\nb: y\\nc: on\\nd: NO\\ne: n\\nf: Off\\ng: True\\nl: tRue⇒ {"a":true,"b":true,"c":true,"d":false,"e":false,"f":false,"g":true,"l":"tRue"}
                    h: ~\\ni:\\nj: Null\\nk: "yes"      ⇒ {"h":null,"i":null,"j":null,"k":"yes"}
                    a: 0644\\nb: 0o644\\nc: 0x1F\\nd: 1_000\\ne: 1e3\\nf: 1.0\\ng: .5 ⇒ {"a":420,"b":420,"c":31,"d":1000,"e":1000,"f":1,"g":0.5}
                    h: 5.\\ni: -0b11\\nj: 0b11\\nk: +5\\nl: 09\\nm: 1.5e300          ⇒ {"h":5,"i":-3,"j":3,"k":5,"l":9,"m":1.5e+300}
                    n: 123456789012345678901234567890                                ⇒ {false:1.2345678901234568e+29}
                    a: 2001-01-01\\nb: 12:30:45\\nc: 2001-01-01T00:00:00Z\\nd: 1.2.3 ⇒ {"a":"2001-01-01","b":"12:30:45","c":"2001-01-01T00:00:00Z","d":"1.2.3"}
                    e: 1__0\\nf: _1\\ng: 0x\\nh: 1e                                  ⇒ {"e":10,"f":"_1","g":"0x","h":"1e"}
                    yes: 1\\n1: 2\\n1.5: 3\\n0644: 1                                 ⇒ {"1":2,"1.5":3,"420":1,"true":1}
                    a: -.5e-3\\nb: 1E5\\nd: 12e03\\ne: -0\\nf: 00\\ng: -0x1f\\nh: 0b2\\ni: 0o8\\nj: 1_0.5 ⇒ {"a":-0.0005,"b":100000,"d":12000,"e":0,"f":0,"g":-31,"h":"0b2","i":"0o8","j":10.5}
                    a: =\\nc: 0.1e1_0\\ne: +1.5\\ng: .\\nh: e5\\ni: 1e1.5\\nl: 0_7\\nm: 0x_1f\\nn2: 1_ ⇒ {"a":"=","c":1000000000,"e":1.5,"g":".","h":"e5","i":"1e1.5","l":7,"m":31,"n2":1}
                    o: -_1\\np: +0x1F\\nq: 0B1\\ns: 0O7\\nv: 0x1p4\\nw: 1e-400\\na: 1e400 ⇒ {"a":"1e400","o":-1,"p":31,"q":1,"s":7,"v":"0x1p4","w":0}
                    a: !!str 12\\nb: !!int "12"\\nc: !!bool "true"\\nd: !!float 1\\ne: !!null ""\\nf: !foo x\\ng: !!binary aGk= ⇒ {"a":"12","b":12,"c":true,"d":1,"e":null,"f":"x","g":"hi"}
                    a: |\\n  x\\n  y\\nb: >\\n  x\\n  y\\nc: |-\\n  z\\n ⇒ {"a":"x\\ny\\n","b":"x y\\n","c":"z"}
                    - 1\\n- a                           ⇒ [1,"a"]
                    a: 1 # c\\n# d\\n                   ⇒ {"a":1}
                    # only\\n                           ⇒ null
                    {a, b: , c}                         ⇒ {"a":null,"b":null,"c":null}
                    a: [1, 2,]\\nb: [a: 1, b]           ⇒ {"a":[1,2],"b":[{"a":1},"b"]}
                    a: &x {b: 1}\\nc: *x\\nd: {<<: *x, e: 2} ⇒ {"a":{"b":1},"c":{"b":1},"d":{"b":1,"e":2}}
                    a: &x {b: 1}\\nf: {<<: [*x, {b: 3, g: 4}], h: 5} ⇒ {"a":{"b":1},"f":{"b":1,"g":4,"h":5}}
                    a: &x {b: 1}\\nd: {b: 2, <<: *x}    ⇒ {"a":{"b":1},"d":{"b":2}}
                    "<<": {a: 1}\\nb: 2                 ⇒ {"<<":{"a":1},"b":2}
                    a: <<                               ⇒ {"a":"<<"}
                    &a x: *a                            ⇒ {"x":"x"}
                    %YAML 1.1\\n---\\na: b              ⇒ {"a":"b"}
                    ---\\na: 1\\n...                    ⇒ {"a":1}
                    a: 1\\n---\\nb: 2                   ⇒ {"a":1}
                    """)
    void takesScalarsAsKubernetesDoes(String yaml, String json) {
        var tree = YamlReader.plain().readTree(yaml.replace("\\n", "\n").getBytes(UTF_8), Strictness.strict());

        var expected = json.replace("{false:", "{\"false\":");
        assertThat(tree).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    a: .inf                  | line 1: a: JSON has no number .inf
                    a: 1\\n~: 4              | line 2: the key of a field must be a string
                    ? [a]\\n: b              | line 1: the key of a field must be a string
                    a: !!int abc             | line 1: a: 'abc' is no !!int
                    a: !!int 1.5             | line 1: a: '1.5' is no !!int
                    a: *x                    | line 1: alias *x names no anchor before it
                    a: &x [1]\\nd: {<<: *x}  | line 2: d: << merges a mapping or a list of mappings
                    a: 1\\n\\tb: 2           | line 2
                    a: x: y                  | mapping values are not allowed here
                    a: @x                    | malformed YAML
                    a: [1                    | malformed YAML
                    """)
    void saysWhatIsWrong(String yaml, String message) {
        var bytes = yaml.replace("\\n", "\n").replace("\\t", "\t").getBytes(UTF_8);

        assertThatThrownBy(() -> YamlReader.plain().readTree(bytes, Strictness.strict()))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void tellsAllDuplicateKeysAtOnceAsKubernetesDoes() {
        var yaml = "metadata: {name: l7}\ndata:\n  a.b: '1'\n  a.b: '2'\n  c: ''\n  c: ''\nbogus: 1\n".getBytes(UTF_8);

        assertThatThrownBy(() -> YamlReader.plain().read(ConfigMap.KIND, yaml, Strictness.strict()))
                .hasMessageEndingWith(
                        "strict decoding error: yaml: unmarshal errors:\n  line 4: key \"a.b\" already set in map"
                                + "\n  line 6: key \"c\" already set in map, unknown field \"bogus\"");
        assertThat(YamlReader.plain()
                        .read(ConfigMap.KIND, yaml, Strictness.warning())
                        .data())
                .isEqualTo(Map.of("a.b", "2", "c", ""));
    }

    @Test
    void readsOctalModesAndWholeFloatsAsIntegers() {
        var yaml = "spec: {priority: 5.0, volumes: [{name: v, secret: {secretName: s, defaultMode: 0644}}]}"
                .getBytes(UTF_8);

        var pod = YamlReader.plain().read(Pod.KIND, yaml, Strictness.strict());

        assertThat(pod.spec().priority()).isEqualTo(5);
        assertThat(pod.spec().volumes().getFirst().secret().defaultMode()).isEqualTo(0644);
    }

    @Test
    void refusesNumbersAndBooleansWhereAStringIsMeant() {
        assertThatThrownBy(() ->
                        YamlReader.plain().read(ConfigMap.KIND, "data: {a: yes}".getBytes(UTF_8), Strictness.strict()))
                .hasMessageContaining("data.a: cannot read the boolean true as a string");
    }

    @Test
    void boundsWhatAliasesAmountTo() {
        var laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }

        assertThatThrownBy(() -> YamlReader.plain().readTree(laughs.toString().getBytes(UTF_8), Strictness.ignoring()))
                .hasMessageContaining("aliases stand for more than 100000 values");
    }

    @Test
    void boundsDepth() {
        var deep = "[".repeat(502) + "]".repeat(502);

        assertThatThrownBy(() -> YamlReader.plain().readTree(deep.getBytes(UTF_8), Strictness.ignoring()))
                .hasMessageContaining("nested more than 500 levels deep");
    }

    @Test
    void anEmptyStreamIsTheEmptyObject() {
        assertThat(YamlReader.plain().read(ConfigMap.KIND, new byte[0], Strictness.strict()))
                .isEqualTo(ConfigMap.KIND.schema().empty());
        assertThat(YamlReader.plain().readTree(new byte[0], Strictness.strict()))
                .isEqualTo(Json.NULL);
    }
}
