package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.client.BadRequestException;
import io.podium.api.client.InvalidException;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Pod;
import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Selector;
import io.podium.testkit.TestCluster;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selectors of labels and fields that cannot be understood, or select by what nobody can select by. */
class SelectorErrorsTest {

    @AutoClose
    private final TestCluster cluster = TestCluster.simulated(1);

    private static Deployment web() {
        return Deployment.named("web").container("app", c -> c.image("nginx")).build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    app in web   | unable to parse requirement: found 'web', expected: '('
                    app in (web  | unable to parse requirement: found '', expected: ',' or ')'
                    app web      | unable to parse requirement: found 'web', expected: in, notin, =, ==, !=, gt, lt
                    app=web=x    | found '=', expected: ',' or 'end of string'
                    =web         | found '=', expected: !, identifier, or 'end of string'
                    app=web,     | found '', expected: identifier after ','
                    rank>high    | unable to parse requirement: values[0]: Invalid value: "high": for 'Gt', 'Lt' operators, the value must be an integer
                    """)
    void aLabelSelector(String text, String problem) {
        assertThatThrownBy(() -> Selector.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label selector \"" + text + "\": " + problem);
    }

    @Test
    void aFieldSelectorWithoutAValue() {
        assertThatThrownBy(() -> FieldSelector.parse("metadata.name=a,spec.nodeName"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "invalid selector: 'metadata.name=a,spec.nodeName'; can't understand 'spec.nodeName'; write it as"
                                + " field=value or field!=value");
    }

    @Test
    void aFieldByWhichNothingIsSelected() {
        var byImage = FieldSelector.of("spec.image", "nginx");
        var message = "field label not supported: spec.image; pods are selected by metadata.name, metadata.namespace,"
                + " spec.host, spec.hostNetwork, spec.nodeName, spec.restartPolicy, spec.schedulerName,"
                + " spec.serviceAccountName, status.nominatedNodeName, status.phase, status.podIP, status.podIPs";

        assertThatThrownBy(() -> cluster.client().list(Pod.KIND, "", ListOptions.ALL.withFields(byImage)))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> cluster.client().watch(Pod.KIND, "", WatchOptions.ALL.withFields(byImage)))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> cluster.client().list(ConfigMap.KIND, "", ListOptions.ALL.withFields(byImage)))
                .hasMessage("field label not supported: spec.image; configmaps are selected by metadata.name,"
                        + " metadata.namespace");
    }

    @Test
    void aSelectorThatItsOwnTemplateDoesNotMatch() {
        var other = web().with(d -> d.template(t -> t.metadata(m -> m.labels(Map.of("app", "other")))));

        assertThatThrownBy(() -> cluster.create(other))
                .isInstanceOf(InvalidException.class)
                .hasMessage("Deployment.apps \"web\" is invalid: spec.template.metadata.labels: Invalid value:"
                        + " {\"app\":\"other\"}: `selector` does not match template `labels`");
    }

    @Test
    void aSelectorOfNothing() {
        var nothing = web().with(d -> d.spec(s -> s.selector(l -> l.matchLabels(Map.of()))));

        assertThatThrownBy(() -> cluster.create(nothing))
                .isInstanceOf(InvalidException.class)
                .hasMessage(
                        "Deployment.apps \"web\" is invalid: spec.selector: Invalid value: {}: empty selector is invalid for"
                                + " deployment");
    }

    @Test
    void anOperatorThatThereIsNot() {
        var is = web().with(d -> d.spec(s -> s.selector(
                l -> l.matchExpression(e -> e.key("tier").operator("Is").values("front")))));

        assertThatThrownBy(() -> cluster.create(is))
                .isInstanceOf(InvalidException.class)
                .hasMessageStartingWith(
                        "Deployment.apps \"web\" is invalid: [spec.selector.matchExpressions[0].operator: Invalid"
                                + " value: \"Is\": not a valid selector operator, spec.selector: Invalid value:"
                                + " {\"matchExpressions\":[{\"key\":\"tier\",\"operator\":\"Is\",\"values\":[\"front\"]}],");
    }
}
