/** The report of a run as a page. */
@NullMarked
package org.espalier.nas.analysis.report;

import org.jspecify.annotations.NullMarked;
