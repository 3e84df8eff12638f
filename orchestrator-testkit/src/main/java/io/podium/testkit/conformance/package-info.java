/**
 * What every implementation of an SPI must pass. Extend the suite of the SPI in the tests of your implementation, and
 * say how to open one; the suite's tests are the contract, each named after the promise it checks.
 */
@NullMarked
package io.podium.testkit.conformance;

import org.jspecify.annotations.NullMarked;
