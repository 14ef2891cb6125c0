/** Audits of data for defects that make results unreliable. */
@NullMarked
package org.espalier.nas.data.audit;

import org.jspecify.annotations.NullMarked;
