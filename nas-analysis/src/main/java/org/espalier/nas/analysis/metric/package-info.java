/** The metric that plots and reports show. */
@NullMarked
package org.espalier.nas.analysis.metric;

import org.jspecify.annotations.NullMarked;
