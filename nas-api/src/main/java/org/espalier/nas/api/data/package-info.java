/** Data sets as a search sees them: shapes, parts, classes, findings of the audit. */
@NullMarked
package org.espalier.nas.api.data;

import org.jspecify.annotations.NullMarked;
