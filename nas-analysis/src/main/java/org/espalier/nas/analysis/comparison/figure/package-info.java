/** The figures of a comparison as drawings, for pages and files. */
@NullMarked
package org.espalier.nas.analysis.comparison.figure;

import org.jspecify.annotations.NullMarked;
