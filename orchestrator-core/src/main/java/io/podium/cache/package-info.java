/**
 * The watch caches: one per kind, fed by the store's history, from which all readers of a cluster read and all watches are served.
 *
 * <p>A watch or follower is a position in the cache's history, and costs no memory however far it lags.
 */
@NullMarked
package io.podium.cache;

import org.jspecify.annotations.NullMarked;
