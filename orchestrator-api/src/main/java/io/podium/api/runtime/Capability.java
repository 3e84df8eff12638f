package io.podium.api.runtime;

/** Something that a {@link ContainerRuntime} may be able to do. */
public enum Capability {
    /** Its calls never block, so they need no thread of their own. */
    INSTANT,
    /** Containers outlive the JVM, and are found again. */
    ADOPTION,
    /** Commands can be run in a container. */
    EXEC,
    /** A container that ignores its signal is killed. */
    KILL,
    /** Limits of memory are enforced. */
    MEMORY_LIMIT,
    /** Limits of CPU are enforced. */
    CPU_LIMIT,
    /** Volumes appear at the mount path itself, not below {@code POD_ROOT}. */
    MOUNTS,
    /** A container has a root file system of its own, made of its image. */
    ROOT_FILE_SYSTEM,
    /** A container may run as another user. */
    USERS,
    /** A pod has an address of its own. */
    POD_ADDRESS,
    /** Output is written to the log file that the agent names. */
    LOG_FILES
}
