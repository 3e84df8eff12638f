package io.podium.patch;

import static io.podium.patch.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':1}               | [{'op':'add','path':'/b','value':2}]                                     | {'a':1,'b':2}
            {'a':1}               | [{'op':'add','path':'/a','value':null}]                                  | {'a':null}
            {'a':1}               | [{'op':'add','path':'/b'}]                                               | {'a':1,'b':null}
            {'a':[1,2]}           | [{'op':'add','path':'/a/1','value':9}]                                   | {'a':[1,9,2]}
            {'a':[1,2]}           | [{'op':'add','path':'/a/2','value':9}]                                   | {'a':[1,2,9]}
            {'a':[1,2]}           | [{'op':'add','path':'/a/-','value':9}]                                   | {'a':[1,2,9]}
            {'a':[1,2]}           | [{'op':'add','path':'/a/-1','value':9}]                                  | {'a':[1,2,9]}
            {'a':[1,2]}           | [{'op':'remove','path':'/a/-1'}]                                         | {'a':[1]}
            {'a':{'b':[{'c':1}]}} | [{'op':'replace','path':'/a/b/0/c','value':2}]                           | {'a':{'b':[{'c':2}]}}
            {'a':1}               | [{'op':'replace','path':'/b','value':2}]                                 | {'a':1,'b':2}
            {'a':1}               | [{'op':'replace','path':'','value':{'b':1}}]                             | {'b':1}
            {'a':1,'b':2}         | [{'op':'remove','path':'/a'}]                                            | {'b':2}
            {'x/y':1,'~1':2}      | [{'op':'remove','path':'/x~1y'},{'op':'replace','path':'/~01','value':3}] | {'~1':3}
            {'':{'':1}}           | [{'op':'replace','path':'//','value':2}]                                 | {'':{'':2}}
            {'a':{'b':1},'c':{}}  | [{'op':'move','from':'/a/b','path':'/c/d'}]                              | {'a':{},'c':{'d':1}}
            {'a':[1,2,3]}         | [{'op':'move','from':'/a/0','path':'/a/2'}]                              | {'a':[2,3,1]}
            {'a':{'b':1}}         | [{'op':'copy','from':'/a','path':'/c'}]                                  | {'a':{'b':1},'c':{'b':1}}
            {'a':[1,'x',{}]}      | [{'op':'test','path':'/a','value':[1,'x',{}]}]                           | {'a':[1,'x',{}]}
            {'a':1}               | [{'op':'test','path':'/b','value':null}]                                 | {'a':1}
            {'a':1}               | []                                                                       | {'a':1}
            """)
    void changesTheDocument(String before, String patch, String after) {
        var result = JsonPatch.parse(json(patch)).apply(json(before));

        assertThat(result).isEqualTo(json(after));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':1}     | [{'op':'remove','path':'/b'}]                  | /b
            {'a':1}     | [{'op':'remove','path':''}]                    | cannot be removed
            {'a':1}     | [{'op':'add','path':'','value':{}}]            | use replace
            {'a':1}     | [{'op':'add','path':'a','value':2}]            | slash
            {'a':1}     | [{'op':'add','path':'/a/b','value':2}]         | /a/b
            {'a':1}     | [{'op':'add','path':'/b/c','value':2}]         | /b/c
            {'a':[1]}   | [{'op':'add','path':'/a/2','value':2}]         | outside
            {'a':[1]}   | [{'op':'replace','path':'/a/1','value':2}]     | outside
            {'a':[1]}   | [{'op':'replace','path':'/a/-','value':2}]     | no position
            {'a':[1]}   | [{'op':'remove','path':'/a/-2'}]               | outside
            {'a':[1]}   | [{'op':'test','path':'/a','value':[2]}]        | expected [2], found [1]
            {'a':1}     | [{'op':'test','path':'/a','value':1.0}]        | test of /a failed
            {'a':1}     | [{'op':'test','path':'/b','value':1}]          | found nothing
            {'a':{}}    | [{'op':'move','from':'/a','path':'/a/b'}]      | into itself
            {'a':1}     | [{'op':'move','from':'/b','path':'/c'}]        | /b
            {'a':1}     | [{'op':'copy','path':'/c'}]                    | "from"
            {'a':1}     | [{'op':'add','value':1}]                       | "path"
            {'a':1}     | [{'op':'bad','path':'/x'}]                     | bad
            {'a':1}     | [{'path':'/x'}]                                | unknown
            """)
    void saysWhyAnOperationDoesNotFit(String before, String patch, String message) {
        var parsed = JsonPatch.parse(json(patch));

        assertThatThrownBy(() -> parsed.apply(json(before))).isInstanceOfSatisfying(PatchException.class, e -> {
            assertThat(e.reason()).isEqualTo(PatchException.Reason.UNFIT);
            assertThat(e).hasMessageContaining(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'not':'a list'}
            null
            [1]
            [{'op':1}]
            [{'op':'add','path':['a']}]
            """)
    void refusesWhatIsNoPatch(String patch) {
        assertThatThrownBy(() -> JsonPatch.parse(json(patch)))
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(PatchException.Reason.MALFORMED));
    }

    @Test
    void refusesMoreOperationsThanAllowed() {
        var operation = json("{'op':'test','path':'/a'}");
        var most = JsonArray.of(Collections.nCopies(JsonPatch.MAX_OPERATIONS, operation));

        assertThat(JsonPatch.parse(most).operations()).hasSize(JsonPatch.MAX_OPERATIONS);
        assertThatThrownBy(() -> JsonPatch.parse(most.append(operation)))
                .isInstanceOfSatisfying(
                        PatchException.class, e -> assertThat(e.reason()).isEqualTo(PatchException.Reason.TOO_LARGE));
    }

    @Test
    void refusesToCopyWithoutEnd() {
        var doubling = JsonArray.of(Collections.nCopies(60, json("{'op':'copy','from':'/a','path':'/a/-'}")));
        Json document = json("{'a':['0123456789']}");

        var patch = JsonPatch.parse(doubling);

        assertThatThrownBy(() -> patch.apply(document)).hasMessageContaining("copy more than");
    }
}
