package io.podium.testkit.golden;

import io.podium.api.core.Pod;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Schema;
import io.podium.codec.Trees;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The statuses that a played node reports, as the recorder of the scenarios reported them. */
final class PlayedStatus {
    private static final String NODE = """
            {"capacity": {"cpu": "8", "memory": "16Gi", "pods": "110"},
             "allocatable": {"cpu": "8", "memory": "16Gi", "pods": "110"},
             "conditions": [
              {"type": "Ready", "status": "True", "reason": "KubeletReady",
               "message": "kubelet is posting ready status", "lastHeartbeatTime": "T", "lastTransitionTime": "T"},
              {"type": "MemoryPressure", "status": "False", "reason": "KubeletHasSufficientMemory", "message": "x",
               "lastHeartbeatTime": "T", "lastTransitionTime": "T"},
              {"type": "DiskPressure", "status": "False", "reason": "KubeletHasNoDiskPressure", "message": "x",
               "lastHeartbeatTime": "T", "lastTransitionTime": "T"},
              {"type": "PIDPressure", "status": "False", "reason": "KubeletHasSufficientPID", "message": "x",
               "lastHeartbeatTime": "T", "lastTransitionTime": "T"}]}""";

    private PlayedStatus() {}

    static JsonObject ofNode(Instant now) {
        return Recordings.parse(NODE.replace("\"T\"", Json.of(time(now)).toString()));
    }

    /** A pod whose containers run, and are ready unless an annotation says otherwise. */
    static JsonObject running(Pod pod, Instant now) {
        boolean ready = !"false".equals(pod.metadata().annotations().get("golden/ready"));
        var containers = pod.spec().containers().stream()
                .<Json>map(container -> container(container.name(), container.image())
                        .put("ready", ready)
                        .put("started", true)
                        .put("state", JsonObject.of("running", JsonObject.of("startedAt", Json.of(time(now)))))
                        .build())
                .toList();
        return status(pod, now, "Running", ready ? "" : "ContainersNotReady", containers);
    }

    /** A pod whose containers have ended. */
    static JsonObject ended(Pod pod, int code, Instant started, Instant now) {
        var state = JsonObject.builder()
                .put("exitCode", code)
                .put("reason", code == 0 ? "Completed" : "Error")
                .put("startedAt", time(started))
                .put("finishedAt", time(now))
                .build();
        var containers = pod.spec().containers().stream()
                .<Json>map(container -> container(container.name(), container.image())
                        .put("ready", false)
                        .put("state", JsonObject.of("terminated", state))
                        .build())
                .toList();
        return status(
                pod, now, code == 0 ? "Succeeded" : "Failed", code == 0 ? "PodCompleted" : "PodFailed", containers);
    }

    private static JsonObject.Builder container(String name, String image) {
        return JsonObject.builder()
                .put("name", name)
                .put("image", image)
                .put("imageID", image)
                .put("restartCount", 0)
                .put("lastState", JsonObject.EMPTY);
    }

    private static JsonObject status(Pod pod, Instant now, String phase, String unready, List<Json> containers) {
        var old = Trees.toTree(Schema.of(io.podium.api.core.PodStatus.class), pod.status());
        var conditions = new ArrayList<Json>();
        conditions.add(condition("PodReadyToStartContainers", "True", "", "", now));
        conditions.add(condition("Initialized", "True", "", "", now));
        var names = String.join(
                " ",
                pod.spec().containers().stream()
                        .map(container -> container.name())
                        .toList());
        var message = unready.isEmpty() ? "" : "containers with unready status: [" + names + "]";
        var ready = unready.isEmpty() ? "True" : "False";
        conditions.add(condition("Ready", ready, unready, message, now));
        conditions.add(condition("ContainersReady", ready, unready, message, now));
        if (old.get("conditions") instanceof JsonArray present) {
            present.items().stream()
                    .filter(condition -> condition
                            .at("type")
                            .flatMap(Json::asText)
                            .filter("PodScheduled"::equals)
                            .isPresent())
                    .forEach(conditions::add);
        }
        return old.with("phase", Json.of(phase))
                .with("conditions", JsonArray.of(conditions))
                .with("containerStatuses", JsonArray.of(containers))
                .with("hostIP", Json.of("192.0.2.1"))
                .with("podIP", Json.of("10.0.0.1"))
                .with("podIPs", Json.array(JsonObject.of("ip", Json.of("10.0.0.1"))))
                .with("startTime", old.at("startTime").orElse(Json.of(time(now))));
    }

    private static JsonObject condition(String type, String status, String reason, String message, Instant now) {
        var condition = JsonObject.builder()
                .put("type", type)
                .put("status", status)
                .put("lastProbeTime", Json.NULL)
                .put("lastTransitionTime", time(now));
        if (!reason.isEmpty()) {
            condition.put("reason", reason).put("message", message);
        }
        return condition.build();
    }

    private static String time(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
