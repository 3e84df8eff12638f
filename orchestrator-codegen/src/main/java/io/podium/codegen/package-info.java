/**
 * The annotation processor that makes builder, withers and schema of a record that is an {@code @ApiType}.
 *
 * <p>It knows the API module by the names of its annotations only, so that the API module itself can be compiled with it. What it
 * generates needs no reflection and little class initialisation: the start of a cluster waits for it.
 */
@NullMarked
package io.podium.codegen;

import org.jspecify.annotations.NullMarked;
