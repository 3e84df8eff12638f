/**
 * Records Events: what happened to an object, written for people. Recording never fails and never makes its caller wait; when too many
 * events wait to be written, further ones are dropped.
 */
@NullMarked
package io.podium.events;

import org.jspecify.annotations.NullMarked;
