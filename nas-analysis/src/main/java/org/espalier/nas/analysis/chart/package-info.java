/** Charts as values and their drawing as SVG. */
@NullMarked
package org.espalier.nas.analysis.chart;

import org.jspecify.annotations.NullMarked;
