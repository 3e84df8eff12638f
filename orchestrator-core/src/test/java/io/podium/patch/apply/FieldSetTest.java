package io.podium.patch.apply;

import static io.podium.patch.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.core.PodSpec;
import io.podium.api.schema.Schema;
import io.podium.patch.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldSetTest {

    @Test
    void hasTheFormOfKubernetes() {
        var text = "{\"f:metadata\":{\"f:finalizers\":{\"v:\\\"hold\\\"\":{}},\"f:labels\":{\".\":{},\"f:app\":{}}},"
                + "\"f:spec\":{\"f:ports\":{\"k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":{\".\":{},\"f:port\":{}}}}}";

        var set = FieldSet.parse(Texts.parse(text));

        assertThat(set.toJson()).hasToString(text);
        assertThat(paths(set))
                .containsExactly(
                        ".metadata.labels",
                        ".metadata.finalizers[=\"hold\"]",
                        ".metadata.labels.app",
                        ".spec.ports[port=80,protocol=\"TCP\"]",
                        ".spec.ports[port=80,protocol=\"TCP\"].port");
    }

    @Test
    void readsPositionsToo() {
        assertThat(paths(FieldSet.parse(json("{'f:args':{'i:2':{}}}")))).containsExactly(".args[2]");
    }

    @Test
    void isEmptyWhereThereIsNothing() {
        assertThat(FieldSet.parse(null)).isSameAs(FieldSet.EMPTY);
        assertThat(FieldSet.parse(json("{}")).isEmpty()).isTrue();
        assertThat(FieldSet.EMPTY.toJson()).hasToString("{}");
    }

    @Test
    void refusesWhatIsNoPath() {
        assertThatThrownBy(() -> FieldSet.parse(json("{'spec':{}}"))).hasMessageContaining("\"spec\"");
    }

    @Test
    void calculates() {
        var a = set("{'f:a':{'.':{},'f:x':{}},'f:b':{}}");
        var b = set("{'f:a':{'f:x':{},'f:y':{}},'f:c':{}}");

        assertThat(a.union(b)).isEqualTo(set("{'f:a':{'.':{},'f:x':{},'f:y':{}},'f:b':{},'f:c':{}}"));
        assertThat(a.intersection(b)).isEqualTo(set("{'f:a':{'f:x':{}}}"));
        assertThat(a.difference(b)).isEqualTo(set("{'f:a':{},'f:b':{}}"));
        assertThat(a.difference(a)).isSameAs(FieldSet.EMPTY);
    }

    @Test
    void takesAwayAFieldWithAllBelowIt() {
        var fields = set("{'f:spec':{'f:replicas':{}},'f:status':{'f:phase':{}}}");

        assertThat(fields.recursiveDifference(set("{'f:status':{}}"))).isEqualTo(set("{'f:spec':{'f:replicas':{}}}"));
        assertThat(fields.difference(set("{'f:status':{}}"))).isEqualTo(fields);
    }

    @Test
    void makesRecordsMembersButNotEntriesOfMaps() {
        var fields =
                set("{'f:securityContext':{'f:seLinuxOptions':{'f:user':{}}},'f:overhead':{'f:cpu':{'f:odd':{}}}}");

        var complete = fields.withDeclaredFields(Shape.of(Schema.of(PodSpec.class)));

        assertThat(paths(complete))
                .containsExactlyInAnyOrder(
                        ".securityContext",
                        ".securityContext.seLinuxOptions",
                        ".securityContext.seLinuxOptions.user",
                        ".overhead",
                        ".overhead.cpu.odd");
    }

    private static FieldSet set(String text) {
        return FieldSet.parse(json(text));
    }

    private static List<String> paths(FieldSet set) {
        var paths = new ArrayList<String>();
        set.forEach(path -> paths.add(path.toString()));
        return paths;
    }
}
