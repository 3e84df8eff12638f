/** Gives each namespace the service account {@code default}. */
@NullMarked
package io.podium.controller.serviceaccount;

import org.jspecify.annotations.NullMarked;
