/** The plots of a run as PNG files. */
@NullMarked
package org.espalier.nas.analysis.png;

import org.jspecify.annotations.NullMarked;
