/**
 * Statistical inference: intervals, tests, effect sizes, ranks and power, each under the convention
 * that SciPy, scikit-posthocs or rliable has.
 */
@NullMarked
package org.espalier.nas.analysis.inference;

import org.jspecify.annotations.NullMarked;
