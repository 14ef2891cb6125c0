/** What makes results on a table doubtful. */
@NullMarked
package org.espalier.nas.data.audit;

import org.jspecify.annotations.NullMarked;
