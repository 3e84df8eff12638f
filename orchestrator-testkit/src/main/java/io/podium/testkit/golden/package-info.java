/**
 * What a real Kubernetes answered, replayed against this cluster in the same JVM: {@link io.podium.testkit.golden.Golden} counts where the
 * answers agree, and a test fails the build when a recorded case neither agrees nor is listed with a reason.
 */
@NullMarked
package io.podium.testkit.golden;

import org.jspecify.annotations.NullMarked;
