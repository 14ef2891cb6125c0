/** The page that shows a comparison. */
@NullMarked
package org.espalier.nas.analysis.comparison.page;

import org.jspecify.annotations.NullMarked;
