/** Keeps as many pods running as a replica set asks for. */
@NullMarked
package io.podium.controller.replicaset;

import org.jspecify.annotations.NullMarked;
