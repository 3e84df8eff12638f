/**
 * A cluster per test, or per class, for JUnit Jupiter: annotate the class with {@link io.podium.testkit.junit.PodiumTest} and take a {@link
 * io.podium.api.Cluster} as parameter. Tests may run in parallel. A test that fails prints what is in its cluster; one that leaves a
 * process, file, thread (virtual ones too) or task of its cluster behind fails.
 */
@NullMarked
package io.podium.testkit.junit;

import org.jspecify.annotations.NullMarked;
