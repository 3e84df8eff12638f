package io.podium.runtime.host;

import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus.Reach;
import java.time.Instant;

/**
 * What one JVM tells the next of a sandbox.
 *
 * @param spec what pod it is for
 * @param createdAt when it was made
 * @param reach how the pod is reached
 */
public record SavedSandbox(SandboxSpec spec, Instant createdAt, Reach reach) {}
