/** Rolls out deployments: a replica set for each revision of the template, scaled up and down within the bounds of the strategy. */
@NullMarked
package io.podium.controller.deployment;

import org.jspecify.annotations.NullMarked;
