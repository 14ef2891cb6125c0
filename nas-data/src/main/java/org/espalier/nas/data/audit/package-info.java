/** Checks for defects of data that make results unreliable. */
@NullMarked
package org.espalier.nas.data.audit;

import org.jspecify.annotations.NullMarked;
