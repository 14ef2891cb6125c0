/** Drawings as values, and their writing as SVG elements, SVG files and PNG files. */
@NullMarked
package org.espalier.nas.analysis.drawing;

import org.jspecify.annotations.NullMarked;
