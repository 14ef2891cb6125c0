/** Evaluators that train nothing: to try controllers and the engine itself. */
@NullMarked
package org.espalier.nas.engine.evaluator;

import org.jspecify.annotations.NullMarked;
