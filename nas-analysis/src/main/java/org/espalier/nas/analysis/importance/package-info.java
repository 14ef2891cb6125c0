/** Importance of decisions for the score of a trial, by PED-ANOVA. */
@NullMarked
package org.espalier.nas.analysis.importance;

import org.jspecify.annotations.NullMarked;
