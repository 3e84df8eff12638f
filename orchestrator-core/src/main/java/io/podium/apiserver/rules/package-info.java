/** What the API server knows of each kind beyond its schema: defaults, what a write may change, and what makes an object valid. */
@NullMarked
package io.podium.apiserver.rules;

import org.jspecify.annotations.NullMarked;
