/**
 * Runs containers as processes of this machine. The image is always {@code host}: a container's command is a program that is installed
 * here.
 *
 * <h2>What a program finds</h2>
 *
 * <ul>
 *   <li>A session of its own, whose leader is a small shell script (the shim) that records the exit code. Signals go to the program
 *       alone; when it ends, everything it has started is killed, as in a container.
 *   <li>A clean environment: {@code PATH} of this JVM, the variables of {@link io.podium.runtime.host.HostSandbox#variables} ({@code POD_IP},
 *       {@code POD_ROOT} …), {@code PODIUM_CONTAINER} with the container's id, then those of its spec.
 *   <li>{@code POD_ROOT}, a directory of its own that stands for the root of its file system: what the spec mounts at {@code /x/y} is at
 *       {@code $POD_ROOT/x/y}, the termination message at {@code $POD_ROOT/dev/termination-log}, temporary files at {@code $POD_ROOT/tmp}. It
 *       starts there, or in {@code workingDir} below it, which is made.
 *   <li>An address of its own on Linux, {@code POD_IP}; elsewhere ports, {@code POD_PORT_}<i>n</i>.
 *   <li>Limits of CPU and memory where a cgroup can be written; {@link io.podium.api.runtime.Machine#unenforced} says what is not enforced, and
 *       why.
 * </ul>
 *
 * <h2>Files and processes left behind</h2>
 *
 * <p>State lies in {@code ${java.io.tmpdir}/podium-<user>/process}, or in the directory that the system property {@code podium.directory}
 * names, in a directory for each runtime. One that died with its JVM is found by the next runtime that starts, which kills its processes
 * and deletes it; its programs are asked to end as soon as their JVM is gone, and killed five seconds later. A runtime that was given a
 * directory of its own leaves its containers running instead, and adopts them when it is started with the same directory again.
 */
@NullMarked
package io.podium.runtime.process;

import org.jspecify.annotations.NullMarked;
