package io.podium.agent;

import io.podium.api.core.ContainerStateTerminatedBuilder;
import io.podium.api.meta.Times;
import io.podium.api.runtime.ContainerStatus;

/** Takes note of a container's end: how, and what it had to say. */
final class ContainerEnd {
    private final PodWorker worker;
    private final Site site;

    ContainerEnd(PodWorker worker) {
        this.worker = worker;
        this.site = worker.site();
    }

    /** The runtime says how it ended. */
    void take(ContainerSlot slot, ContainerStatus status) {
        slot.stopProbes();
        slot.stopping = false;
        slot.starting = false;
        var finished = status.finishedAt() == null ? site.dispatcher().now() : status.finishedAt();
        var started = status.startedAt() == null ? status.createdAt() : status.startedAt();
        slot.endedAt = finished;
        slot.ended = new ContainerStateTerminatedBuilder()
                .exitCode(status.exitCode())
                .reason(reason(status))
                .message(message(slot, status))
                .startedAt(Times.toSeconds(started))
                .finishedAt(Times.toSeconds(finished))
                .containerID(PodStatuses.containerId(site, status.id()))
                .build();
    }

    /** The runtime knows nothing of it any more. */
    void lost(ContainerSlot slot) {
        slot.stopProbes();
        slot.stopping = false;
        slot.starting = false;
        slot.ended = new ContainerStateTerminatedBuilder()
                .exitCode(137)
                .reason("ContainerStatusUnknown")
                .message(
                        "The container could not be located when the pod was deleted.  The container used to be Running")
                .startedAt(null)
                .finishedAt(null)
                .build();
    }

    private static String reason(ContainerStatus status) {
        if (!status.reason().isEmpty()) {
            return status.reason();
        }
        return status.exitCode() == 0 ? "Completed" : "Error";
    }

    private String message(ContainerSlot slot, ContainerStatus status) {
        if (!status.message().isEmpty() || site.instant()) {
            return status.message();
        }
        boolean fallsBack =
                slot.container().terminationMessagePolicy().equals("FallbackToLogsOnError") && status.exitCode() != 0;
        return new PodFiles(site).lastWords(worker.pod(), slot.name(), status.attempt(), fallsBack);
    }
}
