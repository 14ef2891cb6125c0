/** The report of a comparison as a page. */
@NullMarked
package org.espalier.nas.analysis.comparison.page;

import org.jspecify.annotations.NullMarked;
