/**
 * The rules of pods, and of the templates from which workloads make them: what is filled in, what makes a pod valid, and what may change
 * once it exists. All as Kubernetes 1.34 has it, with the feature gates that are on there by default.
 */
@NullMarked
package io.podium.apiserver.rules.pod;

import org.jspecify.annotations.NullMarked;
