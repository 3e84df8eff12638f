package io.podium.patch.apply;

import static io.podium.patch.Texts.json;
import static io.podium.patch.Texts.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ManagedFieldsEntry;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSideApplyTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final ServerSideApply<Deployment> DEPLOYMENTS =
            new ServerSideApply<>(Deployment.KIND.schema(), ResetFields.of(Deployment.KIND, ""));

    /** The object under test: what is live, and who owns what. */
    private JsonObject live;

    private List<ManagedFieldsEntry> owners = List.of();
    private Instant now = T0;

    @Test
    void createsWhatIsNotThere() {
        apply("alice", "{'metadata':{'name':'web','labels':{'app':'web'}},'spec':{'replicas':3}}");

        assertThat(live.at("spec", "replicas")).contains(Json.of(3));
        assertThat(owners).hasSize(1);
        assertThat(owners.getFirst().manager()).isEqualTo("alice");
        assertThat(owners.getFirst().operation()).isEqualTo("Apply");
        assertThat(owners.getFirst().apiVersion()).isEqualTo("apps/v1");
        assertThat(owners.getFirst().time()).isEqualTo(T0);
        assertThat(fields("alice")).isEqualTo("{'f:metadata':{'f:labels':{'f:app':{}}},'f:spec':{'f:replicas':{}}}");
    }

    @Test
    void ownsElementsByKeyAndWholeLists() {
        apply(
                "alice",
                "{'spec':{'template':{'spec':{'containers':[{'name':'app','args':['a'],'ports':[{'containerPort':80}]}]}}}}");

        assertThat(fields("alice"))
                .isEqualTo("{'f:spec':{'f:template':{'f:spec':{'f:containers':{'k:{\\'name\\':\\'app\\'}':"
                        + "{'.':{},'f:args':{},'f:name':{},'f:ports':{'k:{\\'containerPort\\':80,\\'protocol\\':\\'TCP\\'}':"
                        + "{'.':{},'f:containerPort':{}}}}}}}}}");
    }

    @Test
    void refusesToChangeWhatOthersOwn() {
        apply("alice", "{'spec':{'replicas':3,'paused':true}}");

        var result = tryApply("bob", "{'spec':{'replicas':4,'paused':false}}", false);

        assertThat(result).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.conflicts())
                    .containsExactly(
                            new ApplyResult.Conflict("\"alice\"", ".spec.paused"),
                            new ApplyResult.Conflict("\"alice\"", ".spec.replicas"));
            assertThat(refused.message())
                    .isEqualTo(
                            "Apply failed with 2 conflicts: conflicts with \"alice\":\n- .spec.paused\n- .spec.replicas");
        });
    }

    @Test
    void namesTheVersionOfAnUpdater() {
        apply("alice", "{'spec':{'paused':true}}");
        update("kubectl-edit", "{'spec':{'paused':true,'replicas':7}}");

        var result = tryApply("bob", "{'spec':{'replicas':4}}", false);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.message())
                                .isEqualTo(
                                        "Apply failed with 1 conflict: conflict with \"kubectl-edit\" using apps/v1: .spec.replicas"));
    }

    @Test
    void takesByForce() {
        apply("alice", "{'spec':{'replicas':3,'paused':true}}");

        apply("bob", "{'spec':{'replicas':4}}");

        assertThat(live.at("spec", "replicas")).contains(Json.of(4));
        assertThat(fields("alice")).isEqualTo("{'f:spec':{'f:paused':{}}}");
        assertThat(fields("bob")).isEqualTo("{'f:spec':{'f:replicas':{}}}");
    }

    @Test
    void sharesWhatManagersAgreeOn() {
        apply("alice", "{'spec':{'replicas':3}}");
        now = T0.plusSeconds(60);

        var result = tryApply("bob", "{'spec':{'replicas':3}}", false);

        assertThat(result).isInstanceOfSatisfying(ApplyResult.Applied.class, applied -> {
            assertThat(applied.changed()).isFalse();
            assertThat(applied.managedFields())
                    .extracting(ManagedFieldsEntry::manager)
                    .containsExactly("bob", "alice");
            assertThat(applied.managedFields().getFirst().time()).isNull();
        });
    }

    @Test
    void removesWhatAManagerNoLongerApplies() {
        apply("alice", "{'metadata':{'labels':{'a':'1','b':'2'}},'spec':{'replicas':3,'paused':true}}");

        apply("alice", "{'metadata':{'labels':{'a':'1'}},'spec':{'paused':true}}");

        assertThat(live.at("metadata", "labels")).contains(json("{'a':'1'}"));
        assertThat(live.at("spec", "replicas")).isEmpty();
        assertThat(live.at("spec", "paused")).isPresent();
    }

    @Test
    void keepsWhatSomebodyElseStillWants() {
        apply("alice", "{'spec':{'replicas':3,'paused':true}}");
        apply("bob", "{'spec':{'replicas':3}}");

        apply("alice", "{'spec':{'paused':true}}");

        assertThat(live.at("spec", "replicas")).contains(Json.of(3));
        assertThat(fields("alice")).isEqualTo("{'f:spec':{'f:paused':{}}}");
    }

    @Test
    void removesARecordWithTheDefaultsInIt() {
        apply("alice", "{'spec':{'strategy':{'rollingUpdate':{'maxSurge':1}},'paused':true}}");
        live = live.with(List.of("spec", "strategy", "type"), Json.of("RollingUpdate"));

        apply("alice", "{'spec':{'paused':true}}");

        assertThat(live.at("spec", "strategy")).isEmpty();
    }

    @Test
    void removesAContainerAndKeepsTheOthers() {
        apply(
                "alice",
                "{'spec':{'template':{'spec':{'containers':[{'name':'a','image':'i'},{'name':'b','image':'i'}]}}}}");
        apply("bob", "{'spec':{'template':{'spec':{'containers':[{'name':'c','image':'i'}]}}}}");

        apply("alice", "{'spec':{'template':{'spec':{'containers':[{'name':'b','image':'i'}]}}}}");

        assertThat(live.at("spec", "template", "spec", "containers"))
                .contains(json("[{'name':'b','image':'i'},{'name':'c','image':'i'}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc  | a    | abc
            abc  | c    | abc
            abc  | ca   | bca
            abc  | xb   | axbc
            abc  | bx   | abcx
            abc  | cxa  | bcxa
            abc  | xyz  | abcxyz
            a    | xay  | xay
            """)
    void keepsElementsInOrder(String before, String applied, String after) {
        live = list(before);

        apply("alice", list(applied).toString().replace('"', '\''));

        assertThat(live.at("spec", "template", "spec", "containers"))
                .isEqualTo(list(after).at("spec", "template", "spec", "containers"));
    }

    private static JsonObject list(String names) {
        var containers = names.chars()
                .mapToObj(name -> (Json) JsonObject.of("name", Json.of(Character.toString(name))))
                .toArray(Json[]::new);
        return JsonObject.EMPTY.with(List.of("spec", "template", "spec", "containers"), Json.array(containers));
    }

    @Test
    void givesWhatWasThereBeforeToNobodyInParticular() {
        live = object("{'metadata':{'name':'web','uid':'1'},'spec':{'replicas':2}}");

        var result = tryApply("alice", "{'spec':{'replicas':3}}", false);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.conflicts())
                                .containsExactly(new ApplyResult.Conflict(
                                        "\"before-first-apply\" using apps/v1", ".spec.replicas")));
    }

    @Test
    void forgetsAManagerThatAppliesNothing() {
        apply("alice", "{'spec':{'replicas':3}}");
        apply("bob", "{'spec':{'replicas':3}}");

        apply("alice", "{'metadata':{'name':'web'}}");

        assertThat(owners).extracting(ManagedFieldsEntry::manager).containsExactly("bob");
    }

    @Test
    void ownsNoStatusThroughTheObject() {
        apply("alice", "{'spec':{'replicas':3},'status':{'replicas':3}}");

        assertThat(fields("alice")).isEqualTo("{'f:spec':{'f:replicas':{}}}");
    }

    @Test
    void ownsNothingButStatusThroughTheSubresource() {
        var statuses = new ServerSideApply<>(Deployment.KIND.schema(), ResetFields.of(Deployment.KIND, "status"));
        var manager = new FieldManager("controller", "apps/v1", "status");

        var result = statuses.apply(
                object("{'spec':{'replicas':1}}"),
                List.of(),
                object("{'spec':{'replicas':3},'status':{'replicas':3}}"),
                manager,
                true,
                T0);

        assertThat(((ApplyResult.Applied) result).managedFields())
                .filteredOn(entry -> entry.manager().equals("controller"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.subresource()).isEqualTo("status");
                    assertThat(entry.fieldsV1()).isEqualTo(json("{'f:status':{'f:replicas':{}}}"));
                });
    }

    @Test
    void keepsTheTimeOfAnApplyThatChangesNothing() {
        apply("alice", "{'spec':{'replicas':3,'paused':true}}");
        var before = owners;
        now = T0.plusSeconds(60);

        apply("alice", "{'spec':{'replicas':3,'paused':true}}");

        assertThat(owners).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'spec':{'bogus':1}}                                                                    | .spec.bogus: field not declared in schema
            {'spec':{'replicas':'x'}}                                                               | .spec.replicas: expected numeric
            {'spec':{'template':1}}                                                                 | .spec.template: expected map
            {'spec':{'template':{'spec':{'containers':{}}}}}                                        | expected list
            {'spec':{'template':{'spec':{'containers':[{'name':'a'},{'name':'a'}]}}}}               | duplicate entries for key [name="a"]
            {'spec':{'template':{'spec':{'containers':['a']}}}}                                     | may not have the element
            {'spec':{'template':{'spec':{'topologySpreadConstraints':[{'topologyKey':1}]}}}}        | expected string
            {'spec':{'selector':{'matchLabels':1}}}                                                 | .spec.selector.matchLabels: expected map
            {'metadata':{'managedFields':[]}}                                                       | metadata.managedFields must be nil
            """)
    void refusesAMalformedConfiguration(String config, String message) {
        assertThatThrownBy(() -> apply("alice", config))
                .isInstanceOf(ApplyException.class)
                .hasMessageContaining(message);
    }

    @Test
    void givesAnUpdaterWhatItChanges() {
        apply("alice", "{'metadata':{'labels':{'a':'1'}},'spec':{'replicas':3,'paused':true}}");
        now = T0.plusSeconds(60);

        update("scaler", "{'metadata':{'labels':{'a':'1','b':'2'}},'spec':{'replicas':5}}");

        assertThat(fields("alice")).isEqualTo("{'f:metadata':{'f:labels':{'f:a':{}}}}");
        assertThat(fields("scaler")).isEqualTo("{'f:metadata':{'f:labels':{'f:b':{}}},'f:spec':{'f:replicas':{}}}");
        assertThat(owners.getLast().operation()).isEqualTo("Update");
        assertThat(owners.getLast().time()).isEqualTo(now);
    }

    @Test
    void addsToWhatAnUpdaterOwns() {
        apply("alice", "{'spec':{'paused':true}}");
        update("scaler", "{'spec':{'paused':true,'replicas':5}}");

        update("scaler", "{'spec':{'paused':true,'replicas':6,'revisionHistoryLimit':1}}");

        assertThat(fields("scaler")).isEqualTo("{'f:spec':{'f:replicas':{},'f:revisionHistoryLimit':{}}}");
    }

    @Test
    void ownsTheMapThatAnUpdaterAdds() {
        apply("alice", "{'spec':{'paused':true}}");

        update("labeler", "{'metadata':{'labels':{'b':'2'}},'spec':{'paused':true}}");

        assertThat(fields("labeler")).isEqualTo("{'f:metadata':{'f:labels':{'.':{},'f:b':{}}}}");
    }

    @Test
    void tracksNothingBeforeTheFirstApply() {
        live = object("{'spec':{'replicas':3}}");

        update("scaler", "{'spec':{'replicas':5}}");

        assertThat(owners).isEmpty();
    }

    @Test
    void tracksACreationIfAsked() {
        var created = deployment(object("{'metadata':{'name':'web','labels':{'a':'1'}},'spec':{'replicas':3}}"));

        owners = DEPLOYMENTS.create(created, FieldManager.named("kubectl-create", "apps/v1"), T0);

        assertThat(fields("kubectl-create"))
                .isEqualTo("{'f:metadata':{'f:labels':{'.':{},'f:a':{}}},'f:spec':{'f:replicas':{}}}");
    }

    @Test
    void changesNoOwnersWhereNothingChanges() {
        apply("alice", "{'spec':{'replicas':3}}");
        var object = deployment(live);

        var after = DEPLOYMENTS.update(object, deployment(live), owners, FieldManager.named("scaler", "apps/v1"), now);

        assertThat(after).isSameAs(owners);
    }

    @Test
    void letsTheOldestUpdatersBecomeOne() {
        apply("alice", "{'spec':{'paused':true}}");
        for (int i = 0; i < 12; i++) {
            now = T0.plusSeconds(i);
            update(
                    "updater-" + i,
                    live.with(List.of("metadata", "labels", "l" + i), Json.of("x"))
                            .toString()
                            .replace('"', '\''));
        }

        assertThat(owners).hasSize(1 + Ownership.MAX_UPDATERS);
        assertThat(fields("ancient-changes")).contains("f:l0", "f:l1", "f:l2").doesNotContain("f:l3");
        assertThat(owners).extracting(ManagedFieldsEntry::manager).contains("updater-3", "updater-11");
    }

    private void apply(String manager, String config) {
        var applied = (ApplyResult.Applied) tryApply(manager, config, true);
        live = applied.object();
        owners = applied.managedFields();
    }

    private ApplyResult tryApply(String manager, String config, boolean force) {
        return DEPLOYMENTS.apply(live, owners, object(config), FieldManager.named(manager, "apps/v1"), force, now);
    }

    private void update(String manager, String after) {
        owners = DEPLOYMENTS.update(
                deployment(live), deployment(object(after)), owners, FieldManager.named(manager, "apps/v1"), now);
        live = object(after);
    }

    private static Deployment deployment(JsonObject tree) {
        return Trees.fromTree(Deployment.KIND, tree, Strictness.strict());
    }

    private String fields(String manager) {
        return owners.stream()
                .filter(entry -> entry.manager().equals(manager))
                .map(entry -> String.valueOf(entry.fieldsV1()).replace('"', '\''))
                .findFirst()
                .orElse("none");
    }
}
