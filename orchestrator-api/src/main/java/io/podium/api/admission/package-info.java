/**
 * Admission as Java functions: {@linkplain io.podium.api.admission.Mutator mutators} change what is written before it is validated,
 * {@linkplain io.podium.api.admission.Validator validators} refuse it afterwards.
 */
@NullMarked
package io.podium.api.admission;

import org.jspecify.annotations.NullMarked;
