/** Holds the code and the documents to what ARCHITECTURE.md and CONTRIBUTING.md promise about them. */
@NullMarked
package io.podium.architecture;

import org.jspecify.annotations.NullMarked;
