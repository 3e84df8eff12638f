package io.podium.agent;

import io.podium.api.client.ApiException;
import io.podium.api.core.ContainerState;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.StatusBuilder;
import io.podium.api.runtime.ContainerStats;
import io.podium.api.runtime.ExecRequest;
import io.podium.api.runtime.ExecResult;
import io.podium.api.runtime.ExecSession;
import io.podium.api.runtime.LogOptions;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves logs, commands and figures of the containers of a node. */
final class Streams {
    private final Site site;
    private final Agent agent;

    Streams(Site site, Agent agent) {
        this.site = site;
        this.agent = agent;
    }

    private record Found(PodWorker worker, Pod pod, ContainerSlot slot) {}

    private static ApiException badRequest(String message) {
        return failure("BadRequest", 400, message);
    }

    private static ApiException failure(String reason, int code, String message) {
        return ApiException.of(new StatusBuilder()
                .status("Failure")
                .reason(reason)
                .code(code)
                .message(message)
                .build());
    }

    private Found find(ObjectKey key, String container) {
        var pod = agent.pod(key).orElseThrow(() -> failure("NotFound", 404, "pods \"" + key.name() + "\" not found"));
        var worker = agent.worker(pod.uid())
                .orElseThrow(() -> badRequest("pod \"" + key.name() + "\" is not at work on node " + agent.node()));
        var name = container.isEmpty() ? onlyContainer(pod) : container;
        for (var slot : new ArrayList<>(worker.run().all())) {
            if (slot.name().equals(name)) {
                return new Found(worker, pod, slot);
            }
        }
        throw badRequest("container " + name + " is not valid for pod " + key.name());
    }

    private static String onlyContainer(Pod pod) {
        var containers = pod.spec().containers();
        if (containers.size() == 1) {
            return containers.getFirst().name();
        }
        var names = containers.stream().map(each -> each.name()).collect(Collectors.joining(" "));
        throw badRequest(
                "a container name must be specified for pod " + pod.name() + ", choose one of: [" + names + "]");
    }

    void logs(ObjectKey key, String container, LogOptions options, OutputStream sink)
            throws IOException, InterruptedException {
        var found = find(key, container);
        var query =
                new LogQuery(options.tailLines(), options.since(), options.limitBytes(), options.timestamps(), null);
        int attempt = found.slot().restarts - (options.previous() ? 1 : 0);
        if (options.previous() && attempt < 0) {
            throw badRequest("previous terminated container \"" + found.slot().name() + "\" in pod \"" + key.name()
                    + "\" not found");
        }
        requireStarted(found);
        var log = new CriLog(path(found, attempt));
        if (options.follow() && !options.previous()) {
            log.follow(query, sink, site.dispatcher(), () -> hasEnded(found, attempt));
        } else {
            copy(log, query, sink);
        }
    }

    private Path path(Found found, int attempt) {
        return new PodFiles(site).log(found.pod(), found.slot().name(), attempt);
    }

    private void copy(CriLog log, LogQuery query, OutputStream sink) throws IOException, InterruptedException {
        try {
            site.dispatcher().blocking("read log", () -> {
                log.copy(query, sink);
                return log;
            });
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static boolean hasEnded(Found found, int attempt) {
        var slot = found.slot();
        return slot.restarts != attempt || slot.ended != null || found.worker().isGone();
    }

    private void requireStarted(Found found) {
        var slot = found.slot();
        if (slot.id != null) {
            return;
        }
        var which = "container \"" + slot.name() + "\" in pod \"" + found.pod().name() + "\" is ";
        var stored =
                site.client().find(Pod.KIND, found.pod().key()).orElse(found.pod()); // what the caller may have seen
        throw badRequest(which + whyNotStarted(stored, slot.name()));
    }

    private static String whyNotStarted(Pod pod, String container) {
        var status = pod.status();
        return Stream.of(
                        status.initContainerStatuses(), status.containerStatuses(), status.ephemeralContainerStatuses())
                .flatMap(List::stream)
                .filter(each -> each.name().equals(container))
                .map(each -> whyNotStarted(each.state()))
                .findFirst()
                .orElse("not available");
    }

    private static String whyNotStarted(ContainerState state) {
        if (state.terminated() != null) {
            return "terminated"; // it was when its pod was stopped, without ever having run
        }
        var waiting = state.waiting();
        if (waiting == null || waiting.reason().isEmpty()) {
            return "not available";
        }
        return "waiting to start: "
                + switch (waiting.reason()) {
                    case "ErrImagePull" -> "image can't be pulled";
                    case "ImagePullBackOff" -> "trying and failing to pull image";
                    default -> waiting.reason();
                };
    }

    private String runningId(ObjectKey key, String container) {
        var found = find(key, container);
        var slot = found.slot();
        if (slot.id == null || !slot.isRunning() || slot.ended != null) {
            throw badRequest("container \"" + slot.name() + "\" in pod \"" + key.name() + "\" is not running");
        }
        return slot.id;
    }

    ExecResult exec(ObjectKey key, String container, List<String> command, Duration timeout) {
        var id = runningId(key, container);
        try {
            return site.runtime().exec(id, command, timeout);
        } catch (RuntimeFailure e) {
            throw notRun(key, container, e);
        }
    }

    ExecSession openExec(ObjectKey key, String container, ExecRequest request) {
        var id = runningId(key, container);
        try {
            return site.runtime().openExec(id, request);
        } catch (RuntimeFailure e) {
            throw notRun(key, container, e);
        }
    }

    private ApiException notRun(ObjectKey key, String container, RuntimeFailure e) {
        var name = find(key, container).slot().name();
        return failure(
                "InternalError",
                500,
                "Internal error occurred: a command could not be run in container \"" + name + "\" of pod \""
                        + key.name() + "\": " + e.getMessage());
    }

    ContainerStats stats(ObjectKey key, String container) {
        return site.runtime()
                .stats(runningId(key, container))
                .orElseThrow(() -> failure(
                        "NotFound", 404, "the use of container \"" + container + "\" of pod " + key + " is not known"));
    }
}
