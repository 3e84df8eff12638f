/** The container runtimes that come with Podium: host processes, Java functions, simulated ones. */
@NullMarked
package io.podium.runtime;

import org.jspecify.annotations.NullMarked;
