/** Measures what Podium claims about speed and memory; every figure printed here names what it was measured against. */
@NullMarked
package io.podium.benchmarks;

import org.jspecify.annotations.NullMarked;
