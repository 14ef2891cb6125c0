/** The files of a comparison. */
@NullMarked
package org.espalier.nas.analysis.comparison.file;

import org.jspecify.annotations.NullMarked;
