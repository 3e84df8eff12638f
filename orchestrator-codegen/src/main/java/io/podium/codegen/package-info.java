/** Makes builders, withers and schemas of the records that declare Kubernetes types, while they are compiled. */
@NullMarked
package io.podium.codegen;

import org.jspecify.annotations.NullMarked;
