/** The rules that objects have to keep, and how a broken one is reported. */
@NullMarked
package io.podium.apiserver.validation;

import org.jspecify.annotations.NullMarked;
