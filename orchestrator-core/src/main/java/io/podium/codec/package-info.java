/**
 * Objects as JSON, YAML and protobuf, in Kubernetes' own encoding: each codec is written once, against
 * {@link io.podium.api.schema.Schema}, and serves built-in kinds, a user's own records and kinds known only at run time alike.
 *
 * <p>What a codec does not know it keeps: unknown fields survive a round trip. Whether they are an error, a warning or nothing at all
 * is for the caller's {@link io.podium.codec.Strictness} to say. Readers and writers hold no state and may be shared by threads.
 */
@NullMarked
package io.podium.codec;

import org.jspecify.annotations.NullMarked;
