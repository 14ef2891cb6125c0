/** The wording of comparisons: verdict, assumptions and formatted scores. */
@NullMarked
package org.espalier.nas.analysis.comparison.text;

import org.jspecify.annotations.NullMarked;
