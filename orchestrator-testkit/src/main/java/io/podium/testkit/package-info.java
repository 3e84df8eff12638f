/**
 * What tests of clusters, and of what is built on them, have in common: random objects of any kind here, simulated time and conformance
 * suites in the packages beneath. Everything random is drawn from a seed that the test names.
 */
@NullMarked
package io.podium.testkit;

import org.jspecify.annotations.NullMarked;
