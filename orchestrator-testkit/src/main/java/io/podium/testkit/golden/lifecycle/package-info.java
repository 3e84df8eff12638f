/**
 * What became of pods on a real kubelet, replayed with processes of this machine: {@link
 * io.podium.testkit.golden.lifecycle.LifecycleGolden} runs each recorded pod on a node of the process runtime, in real time and all at once,
 * and compares states, conditions, Events and logs. Needs busybox; cases that wait for real containers are listed with their reason.
 */
@NullMarked
package io.podium.testkit.golden.lifecycle;

import org.jspecify.annotations.NullMarked;
