package io.podium.patch;

import static io.podium.patch.Texts.json;
import static io.podium.patch.Texts.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.core.PodSpec;
import io.podium.api.meta.Json;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergePatchTest {
    private static final Schema<PodSpec> POD = Schema.of(PodSpec.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'containers':[{'name':'c','image':'i'}]} | {'containers':[{'name':'c','tty':true}]}   | {'containers':[{'name':'c','image':'i','tty':true}]}
            {'containers':[{'name':'c'}]}             | {'containers':[{'name':'d'}]}              | {'containers':[{'name':'d'},{'name':'c'}]}
            {'containers':[{'name':'c'}]}             | {'containers':[{'name':'d'},{'name':'c'}]} | {'containers':[{'name':'d'},{'name':'c'}]}
            {'containers':[{'name':'c'},{'name':'d'}]}| {'containers':[{'$patch':'delete','name':'c'}]} | {'containers':[{'name':'d'}]}
            {'containers':[{'name':'c'}]}             | {'containers':[{'$patch':'replace'},{'name':'d'}]} | {'containers':[{'name':'d'}]}
            {'containers':[{'name':'c'}]}             | {'containers':[]}                          | {'containers':[{'name':'c'}]}
            {'containers':[{'name':'c'}]}             | {'containers':null}                        | {}
            {'tolerations':[{'key':'a'}]}             | {'tolerations':[{'key':'b','value':null}]} | {'tolerations':[{'key':'b','value':null}]}
            {'nodeSelector':{'a':'1','b':'2'}}        | {'nodeSelector':{'a':null,'c':'3'}}        | {'nodeSelector':{'b':'2','c':'3'}}
            {'nodeSelector':{'a':'1'}}                | {'nodeSelector':{'$patch':'replace','c':'3'}} | {'nodeSelector':{'c':'3'}}
            {'nodeSelector':{'a':'1'}}                | {'nodeSelector':{'$patch':'delete','c':'3'}} | {'nodeSelector':{}}
            {'volumes':[{'name':'v','emptyDir':{}}]}  | {'volumes':[{'name':'v','$retainKeys':['name','hostPath'],'hostPath':{'path':'/'}}]} | {'volumes':[{'name':'v','hostPath':{'path':'/'}}]}
            {'containers':[{'name':'a'},{'name':'b'},{'name':'c'}]} | {'$setElementOrder/containers':[{'name':'c'},{'name':'a'}]} | {'containers':[{'name':'b'},{'name':'c'},{'name':'a'}]}
            {'containers':[{'name':'a'},{'name':'b'}]} | {'$setElementOrder/containers':[{'name':'b'},{'name':'x'},{'name':'a'}],'containers':[{'name':'x'}]} | {'containers':[{'name':'b'},{'name':'x'},{'name':'a'}]}
            {'containers':[{'name':'a'},{'name':'b'},{'name':'z'}]} | {'$setElementOrder/containers':[{'name':'c'}],'containers':[{'$patch':'delete','name':'b'},{'name':'c'}]} | {'containers':[{'name':'a'},{'name':'z'},{'name':'c'}]}
            {}                                        | {'securityContext':{'runAsUser':null,'fsGroup':1}} | {'securityContext':{'fsGroup':1}}
            {}                                        | {'securityContext':{'$patch':'replace','fsGroup':1}} | {}
            {}                                        | {'securityContext':{'$retainKeys':['fsGroup'],'fsGroup':1}} | {'securityContext':{'$retainKeys':['fsGroup'],'fsGroup':1}}
            {'hostname':'a'}                          | {'hostname':{'b':null}}                    | {'hostname':{}}
            {'hostname':'a'}                          | {'unheard':{'b':1}}                        | {'hostname':'a','unheard':{'b':1}}
            """)
    void mergesAsTheTypesSay(String before, String patch, String after) {
        assertThat(merge(before, patch, POD)).isEqualTo(json(after));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['a','b','a','c'] | {'finalizers':['d','b']}                                            | ['d','a','b','c']
            ['a','b','c']     | {'$deleteFromPrimitiveList/finalizers':['a','x']}                   | ['b','c']
            ['a','b','c']     | {'$setElementOrder/finalizers':['c','a','d','b'],'finalizers':['d']} | ['c','a','d','b']
            ['a','b','c']     | {'$setElementOrder/finalizers':['c','b'],'$deleteFromPrimitiveList/finalizers':['a']} | ['c','b']
            """)
    void mergesListsOfScalarsAsSets(String before, String patch, String after) {
        var result = merge("{'finalizers':" + before + "}", patch, Schema.of(ObjectMeta.class));

        assertThat(result).isEqualTo(json("{'finalizers':" + after + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'containers':[{'image':'q'}]}                                              | does not contain declared merge key: name
            {'containers':['x']}                                                        | list element types are not identical
            {'containers':[{'name':'c','$patch':'merge'}]}                              | merging lists cannot yet be specified
            {'containers':[{'name':'c','$patch':'foo'}]}                                | unknown patch type
            {'nodeSelector':{'$patch':'merge'}}                                         | unknown patch type
            {'containers':[{'name':'c','$retainKeys':'name'}]}                          | invalid patch format of retainKeys
            {'containers':[{'name':'c','$retainKeys':['image']}]}                       | invalid patch format of retainKeys
            {'$setElementOrder/containers':[{'name':'c'}],'containers':[{'name':'d'}]}  | doesn't match $setElementOrder list
            {'$setElementOrder/containers':['c']}                                       | is not a map
            {'$setElementOrder/bogus':['c']}                                            | unable to find api field
            {'$setElementOrderX/containers':['c']}                                      | invalid patch format of setElementOrder list
            {'$setElementOrder/containers':null}                                        | expected a list
            {'other':{'a':1}}                                                           | unable to find api field
            """)
    void refusesAMalformedPatch(String patch, String message) {
        var before = "{'containers':[{'name':'c','image':'i'}],'nodeSelector':{'a':'1'},'other':{'a':2}}";

        assertThatThrownBy(() -> merge(before, patch, POD)).isInstanceOfSatisfying(PatchException.class, e -> {
            assertThat(e.reason()).isEqualTo(PatchException.Reason.MALFORMED);
            assertThat(e).hasMessageContaining(message);
        });
    }

    @Test
    void keepsADirectiveThatReplaceBringsIn() {
        var before = "{'spec':{'replicas':1}}";
        var patch = "{'spec':{'$patch':'replace','template':{'$retainKeys':['spec'],'spec':{}}}}";

        var after = merge(before, patch, Schema.of(Deployment.class));

        assertThat(after).isEqualTo(json("{'spec':{'template':{'$retainKeys':['spec'],'spec':{}}}}"));
    }

    private static Json merge(String before, String patch, Schema<?> schema) {
        return StrategicMergePatch.parse(json(patch)).apply(object(before), schema);
    }
}
