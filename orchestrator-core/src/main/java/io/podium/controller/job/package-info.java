/**
 * Runs the pods of jobs until enough of them have succeeded, or too many have failed, or a job's policies or deadline end it before. Each pod
 * counts once.
 */
@NullMarked
package io.podium.controller.job;

import org.jspecify.annotations.NullMarked;
