package io.podium.runtime.logs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes lines as the program wrote them, up to a limit of bytes. */
final class LogPrinter {
    private final LogQuery query;
    private final OutputStream sink;
    private long left;

    LogPrinter(LogQuery query, OutputStream sink) {
        this.query = query;
        this.sink = sink;
        var limit = query.limitBytes();
        left = limit == null ? Long.MAX_VALUE : limit;
    }

    /** Returns false once the limit is reached. */
    boolean print(CriLine line) throws IOException {
        var text =
                (query.timestamps() ? CriLine.format(line.time()) + " " : "") + line.text() + (line.full() ? "\n" : "");
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int count = (int) Math.min(bytes.length, left);
        sink.write(bytes, 0, count);
        left -= count;
        return left > 0;
    }
}
