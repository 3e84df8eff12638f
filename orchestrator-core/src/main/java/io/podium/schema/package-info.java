/**
 * Walks over objects of any kind, written once against their {@link io.podium.api.schema.Schema}: where a field is, and which fields
 * differ between two objects. They take the order of the schema, so the same objects give the same answer, always.
 */
@NullMarked
package io.podium.schema;

import org.jspecify.annotations.NullMarked;
