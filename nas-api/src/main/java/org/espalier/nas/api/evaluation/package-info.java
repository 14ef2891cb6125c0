/** Evaluators turn a trial into an outcome; rewards turn an outcome into a number. */
@NullMarked
package org.espalier.nas.api.evaluation;

import org.jspecify.annotations.NullMarked;
