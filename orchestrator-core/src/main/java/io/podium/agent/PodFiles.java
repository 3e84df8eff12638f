package io.podium.agent;

import io.podium.api.core.Pod;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a pod's logs and termination messages are. */
final class PodFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PodFiles.class);
    /** In bytes; of more, the end is told. */
    private static final int LONGEST_MESSAGE = 4096;

    private static final int LONGEST_FALLBACK = 2048;
    private static final long MOST_FALLBACK_LINES = 80;
    /** Rotated files of one log that may lie beside it. */
    private static final int MOST_ROTATED = 16;

    private final Site site;

    PodFiles(Site site) {
        this.site = site;
    }

    Path log(Pod pod, String container, int attempt) {
        return site.instant()
                ? site.directory(pod)
                : site.directory(pod).resolve("logs").resolve(container).resolve(attempt + ".log");
    }

    Path terminationMessage(Pod pod, String container, int attempt) {
        return site.instant()
                ? site.directory(pod)
                : site.directory(pod).resolve("termination").resolve(container + "-" + attempt);
    }

    /** What a container wrote to say why it ended, or else the end of its log if that is wanted. */
    String lastWords(Pod pod, String container, int attempt, boolean fallsBackToLog) {
        return read("last words", () -> {
            var message = end(terminationMessage(pod, container, attempt));
            return message.isEmpty() && fallsBackToLog ? endOfLog(log(pod, container, attempt)) : message;
        });
    }

    private static String end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (InputStream input = Files.newInputStream(file)) {
            input.skipNBytes(Math.max(0, Files.size(file) - LONGEST_MESSAGE));
            return new String(input.readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8);
        }
    }

    private static String endOfLog(Path log) {
        var text = new CriLog(log).text(LogQuery.ALL.tail(MOST_FALLBACK_LINES)).getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, text.length - LONGEST_FALLBACK);
        return new String(text, from, text.length - from, StandardCharsets.UTF_8);
    }

    void removeLog(Pod pod, String container, int attempt) {
        var unused = read("remove log", () -> {
            var log = log(pod, container, attempt);
            Files.deleteIfExists(log);
            for (int age = 1; age < MOST_ROTATED; age++) {
                Files.deleteIfExists(log.resolveSibling(log.getFileName() + "." + age));
            }
            Files.deleteIfExists(terminationMessage(pod, container, attempt));
            return "";
        });
    }

    private String read(String what, java.util.concurrent.Callable<String> work) {
        try {
            return site.dispatcher().blocking(what, work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (Exception e) {
            LOG.warn("Files of a container could not be read task={}", what, e);
            return "";
        }
    }
}
