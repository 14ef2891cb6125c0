/** Statistics of a run: running best, histograms, agreement of predictions, layer frequencies. */
@NullMarked
package org.espalier.nas.analysis.statistics;

import org.jspecify.annotations.NullMarked;
