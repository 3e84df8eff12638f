/** What becomes of jobs, policy by policy, in virtual time. */
@NullMarked
package io.podium.testkit.job;

import org.jspecify.annotations.NullMarked;
