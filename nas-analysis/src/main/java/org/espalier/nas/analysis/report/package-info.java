/** The page that shows one run. */
@NullMarked
package org.espalier.nas.analysis.report;

import org.jspecify.annotations.NullMarked;
