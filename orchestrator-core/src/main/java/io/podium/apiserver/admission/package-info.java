/**
 * Admission: functions that may change what is written (mutators, in the order in which they were registered), and then functions
 * that may refuse it (validators). What Kubernetes' default admission plugins do is done by functions of the same kind.
 */
@NullMarked
package io.podium.apiserver.admission;

import org.jspecify.annotations.NullMarked;
