/**
 * Collections that the JDK does not have and that more than one part of the core needs: an ordered map that can be
 * frozen and forked in constant time. Nothing here knows what it holds.
 */
@NullMarked
package io.podium.collect;

import org.jspecify.annotations.NullMarked;
