/**
 * The agent of a node, which does the work of Kubernetes' kubelet: it registers the node and keeps its lease, runs the pods that are bound to
 * it on a {@link io.podium.api.runtime.ContainerRuntime}, reports their status, and serves their logs and commands.
 *
 * <p>It meets the rest of the cluster only through stored objects. It trusts no event stream alone: what the runtime and the API server have is
 * listed again periodically. A pod has one worker, whose steps run one after another; each compares what the pod asks for with what the
 * runtime has, whatever woke it. With a runtime whose calls never block, an idle agent is one timer and no thread.
 */
@NullMarked
package io.podium.agent;

import org.jspecify.annotations.NullMarked;
