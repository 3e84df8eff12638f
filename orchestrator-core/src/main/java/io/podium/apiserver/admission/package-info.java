/**
 * Admission: guards look at writes of all kinds first; then functions may change what is written (mutators, in the order in which they were
 * registered), an allocator gives an object what only one may have at a time, and once the object has been validated further functions may
 * refuse it (validators). What Kubernetes' default admission plugins do is done by functions of the same kind.
 */
@NullMarked
package io.podium.apiserver.admission;

import org.jspecify.annotations.NullMarked;
