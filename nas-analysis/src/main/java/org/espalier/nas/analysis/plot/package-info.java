/** What is drawn of a run, as charts that pages and files have in common. */
@NullMarked
package org.espalier.nas.analysis.plot;

import org.jspecify.annotations.NullMarked;
