/**
 * The API server: admits, defaults and validates what clients write, commits it to the store, and answers what they read.
 */
@NullMarked
package io.podium.apiserver;

import org.jspecify.annotations.NullMarked;
