/**
 * The store that keeps a cluster in this JVM's heap. It holds references and never encodes: a read returns the very
 * object that a write made. It passes the testkit's {@code StoreConformance}, and can freeze and fork itself in
 * constant time.
 */
@NullMarked
package io.podium.store.memory;

import org.jspecify.annotations.NullMarked;
