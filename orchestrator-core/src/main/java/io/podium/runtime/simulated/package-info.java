/**
 * Runs containers that are not there: their lifecycle is scripted. Nodes of it cost a few kilobytes and no thread, so that thousands fit in
 * one JVM, in real or in virtual time.
 *
 * <p>Nothing has files: volumes are not written, there are no logs, and no command can be run. Probes are answered by the script.
 */
@NullMarked
package io.podium.runtime.simulated;

import org.jspecify.annotations.NullMarked;
