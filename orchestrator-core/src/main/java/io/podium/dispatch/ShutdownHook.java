package io.podium.dispatch;

/** Something to be done when this JVM ends: by Ctrl-C, SIGTERM, {@code System.exit}, or because nothing runs any more. */
public final class ShutdownHook implements AutoCloseable {
    private final Thread thread;

    private ShutdownHook(Thread thread) {
        this.thread = thread;
    }

    /**
     * Registers a hook.
     *
     * @param name the name of its thread
     * @param work what to do; the JVM waits for its end
     * @return the hook, which does nothing once closed
     */
    public static ShutdownHook add(String name, Runnable work) {
        var thread = new Thread(work, name);
        Runtime.getRuntime().addShutdownHook(thread);
        return new ShutdownHook(thread);
    }

    /** Takes the hook back. Does nothing while the JVM is ending. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException ending) {
            return; // too late, and it does no harm
        }
    }
}
