package io.podium.dispatch;

import io.podium.api.dispatch.RandomSource;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;

/** Unpredictable numbers, read from the system in blocks because a read costs far more than a draw. */
final class SecureRandomSource implements RandomSource {
    private static final int BLOCK = 4096;

    private final SecureRandom system = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final byte[] block = new byte[BLOCK];
    private final ByteBuffer unused = ByteBuffer.wrap(block).position(BLOCK); // guarded by lock

    @Override
    public long nextLong() {
        lock.lock();
        try {
            if (!unused.hasRemaining()) {
                system.nextBytes(block);
                unused.clear();
            }
            int at = unused.position();
            long drawn = unused.getLong();
            unused.putLong(at, 0); // what was handed out, a token perhaps, does not stay in memory
            return drawn;
        } finally {
            lock.unlock();
        }
    }
}
