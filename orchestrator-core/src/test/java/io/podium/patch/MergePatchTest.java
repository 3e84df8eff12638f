package io.podium.patch;

import static io.podium.patch.Texts.json;
import static io.podium.patch.Texts.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':'b'}             | {'a':'c'}                    | {'a':'c'}
            {'a':'b'}             | {'b':'c'}                    | {'a':'b','b':'c'}
            {'a':'b'}             | {'a':null}                   | {}
            {'a':'b','b':'c'}     | {'a':null}                   | {'b':'c'}
            {'a':['b']}           | {'a':'c'}                    | {'a':'c'}
            {'a':'c'}             | {'a':['b']}                  | {'a':['b']}
            {'a':{'b':'c'}}       | {'a':{'b':'d','c':null}}     | {'a':{'b':'d'}}
            {'a':[{'b':'c'}]}     | {'a':[1]}                    | {'a':[1]}
            {'a':'foo'}           | {'b':null}                   | {'a':'foo'}
            {'e':null}            | {'a':1}                      | {'e':null,'a':1}
            {}                    | {'a':{'bb':{'ccc':null}}}    | {'a':{'bb':{}}}
            {'a':'x'}             | {'a':{'b':null,'c':1}}       | {'a':{'c':1}}
            {}                    | {'a':[null,{'b':null}]}      | {'a':[null,{}]}
            """)
    void mergesFieldByField(String before, String patch, String after) {
        var result = MergePatch.parse(json(patch)).apply(object(before));

        assertThat(result).isEqualTo(json(after));
    }

    @Test
    void sharesWhatItDoesNotChange() {
        var before = object("{'a':{'b':1},'c':{'d':2}}");

        var after = MergePatch.parse(json("{'c':{'d':3}}")).apply(before);

        assertThat(after.get("a")).isSameAs(before.get("a"));
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> MergePatch.parse(json("[1]")))
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(PatchException.Reason.MALFORMED));
    }
}
