/** The plots of a run: charts, shared by the page and the PNG files. */
@NullMarked
package org.espalier.nas.analysis.plot;

import org.jspecify.annotations.NullMarked;
