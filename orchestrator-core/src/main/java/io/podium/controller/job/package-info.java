/** Runs the pods of jobs until enough of them have succeeded, or too many have failed. */
@NullMarked
package io.podium.controller.job;

import org.jspecify.annotations.NullMarked;
