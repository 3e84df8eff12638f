/**
 * What must hold in every cluster whatever goes wrong, one validator a guarantee. Each watches while the cluster runs and keeps what it
 * found broken; none changes anything. They work in virtual time and under real threads.
 */
@NullMarked
package io.podium.testkit.invariant;

import org.jspecify.annotations.NullMarked;
