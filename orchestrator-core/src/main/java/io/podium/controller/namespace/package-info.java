/** Empties namespaces that are being deleted. */
@NullMarked
package io.podium.controller.namespace;

import org.jspecify.annotations.NullMarked;
