/**
 * What Services are given when they are written: addresses in the cluster and ports on its nodes, each to one Service at a time.
 */
@NullMarked
package io.podium.apiserver.services;

import org.jspecify.annotations.NullMarked;
