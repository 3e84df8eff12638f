/**
 * What Kubernetes knows of a type, said once: the annotations that the components of a record carry, and the
 * {@link io.podium.api.schema.Schema} made of them, against which every codec, patch and comparison is written.
 */
@NullMarked
package io.podium.api.schema;

import org.jspecify.annotations.NullMarked;
