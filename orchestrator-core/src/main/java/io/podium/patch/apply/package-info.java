/**
 * Server-side apply: who owns which field of an object, what happens when a manager applies what it wants, and what any other write
 * takes from the owners.
 *
 * <p>The rules are those of Kubernetes' structured merge. All of it is a function of object, owners and request; nothing is kept
 * between calls, and the moment of a write is handed in.
 */
@NullMarked
package io.podium.patch.apply;

import org.jspecify.annotations.NullMarked;
