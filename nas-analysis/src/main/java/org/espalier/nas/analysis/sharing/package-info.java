/** The audit of weight sharing: scores under sharing against those of stand-alone trainings. */
@NullMarked
package org.espalier.nas.analysis.sharing;

import org.jspecify.annotations.NullMarked;
