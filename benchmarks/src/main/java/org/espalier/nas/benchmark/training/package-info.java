/** Measurements of the time that trainings take. */
@NullMarked
package org.espalier.nas.benchmark.training;

import org.jspecify.annotations.NullMarked;
