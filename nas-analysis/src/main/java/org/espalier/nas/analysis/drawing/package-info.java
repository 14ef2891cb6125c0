/** Drawings as values, and writers of SVG elements, SVG files and PNG files. */
@NullMarked
package org.espalier.nas.analysis.drawing;

import org.jspecify.annotations.NullMarked;
