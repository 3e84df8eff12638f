package io.podium.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.coordination.Lease;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.core.Service;
import io.podium.api.core.ServiceAccount;
import io.podium.api.discovery.EndpointSlice;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.scheduling.PriorityClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares our strategic merge patch with that of the real {@code kubectl}, on objects and patches made from seeds. */
class StrategicMergeOracleTest {
    private static final int PATCHES_PER_KIND = Integer.getInteger("podium.test.patches", 6);
    private static final int OBJECTS_PER_PATCH = 40;

    /** What came with v1.34, which no {@code kubectl} here knows; and what printing hides. */
    private static final Set<String> LEFT_OUT = Set.of(
            "fileKeyRef",
            "restartPolicyRules",
            "extendedResourceClaimStatus",
            "podCertificate",
            "hostnameOverride",
            "managedFields");

    private static final List<Kind<?>> KINDS = List.of(
            Pod.KIND,
            Deployment.KIND,
            ReplicaSet.KIND,
            Job.KIND,
            Service.KIND,
            ConfigMap.KIND,
            Secret.KIND,
            Node.KIND,
            ServiceAccount.KIND,
            Namespace.KIND,
            Event.KIND,
            Lease.KIND,
            EndpointSlice.KIND,
            PriorityClass.KIND);

    @TempDir
    Path directory;

    @Test
    void agreesWithKubectl() throws Exception {
        var kubectl = Kubectl.find(directory).orElse(null);
        assumeTrue(kubectl != null, "skipped: no kubectl on the PATH to compare with");

        int merged = 0;
        for (var kind : KINDS) {
            for (int seed = 0; seed < PATCHES_PER_KIND; seed++) {
                merged += compare(kubectl, kind, seed);
            }
        }

        assertThat(merged).isGreaterThan(KINDS.size() * PATCHES_PER_KIND * OBJECTS_PER_PATCH / 2);
    }

    private static int compare(Kubectl kubectl, Kind<?> kind, int seed) throws Exception {
        var random = new Random(seed);
        var documents = new RandomDocuments(random, LEFT_OUT);
        var objects = IntStream.range(0, OBJECTS_PER_PATCH)
                .mapToObj(i -> documents.root(kind.schema(), kind.apiVersion(), kind.name(), "o" + i))
                .toList();
        var patch = new RandomPatches(random, documents).root(kind.schema());

        var ours = apply(objects, patch, kind);
        var real = kubectl.patch(objects, patch);

        if (real.isEmpty() || ours.isEmpty()) {
            assertThat(ours.isPresent())
                    .as("%s, seed %d: kubectl says %s of %s", kind.name(), seed, kubectl.complaint(), patch)
                    .isEqualTo(real.isPresent());
            return 0;
        }
        for (int i = 0; i < objects.size(); i++) {
            assertThat(ours.get().get(i))
                    .as("%s, seed %d: %s of %s", kind.name(), seed, patch, objects.get(i))
                    .isEqualTo(real.get().get(i));
        }
        return objects.size();
    }

    private static Optional<List<JsonObject>> apply(List<JsonObject> objects, JsonObject patch, Kind<?> kind) {
        var results = new ArrayList<JsonObject>();
        try {
            objects.forEach(object -> results.add(new StrategicMergePatch(patch).apply(object, kind.schema())));
        } catch (PatchException e) {
            return Optional.empty();
        }
        return Optional.of(results);
    }
}
