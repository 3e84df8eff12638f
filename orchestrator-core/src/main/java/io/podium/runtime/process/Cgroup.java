package io.podium.runtime.process;

import io.podium.api.runtime.ContainerStats;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The control group of one container: what limits it and counts what it uses. */
interface Cgroup {
    /** No limits, nothing counted. */
    Cgroup NONE = new Cgroup() {
        @Override
        public List<Path> entries() {
            return List.of();
        }

        @Override
        public Optional<List<Long>> members() {
            return Optional.empty();
        }

        @Override
        public boolean oomKilled() {
            return false;
        }

        @Override
        public Optional<ContainerStats> stats() {
            return Optional.empty();
        }

        @Override
        public void remove() {
            // nothing was made
        }
    };

    /** Files to which a process writes its number to enter. */
    List<Path> entries();

    /** The numbers of all processes in it, or empty if there is no group that would know. */
    Optional<List<Long>> members();

    /** Whether a process of it was killed because it needed more memory than its limit. */
    boolean oomKilled();

    /** What it has used. */
    Optional<ContainerStats> stats();

    /** Deletes it, when no process is in it any more. */
    void remove();
}
