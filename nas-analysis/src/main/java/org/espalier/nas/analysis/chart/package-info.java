/** Charts with two axes: axes, scales and series as values, and their drawing. */
@NullMarked
package org.espalier.nas.analysis.chart;

import org.jspecify.annotations.NullMarked;
