/**
 * What all objects have in common: metadata, kinds, keys and selectors, and the values that Kubernetes writes in a form of its own,
 * such as quantities and instants. Everything here is immutable.
 */
@NullMarked
package io.podium.api.meta;

import org.jspecify.annotations.NullMarked;
