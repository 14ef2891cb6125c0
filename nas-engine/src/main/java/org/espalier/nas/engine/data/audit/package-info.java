/** What makes results on a table doubtful. */
@NullMarked
package org.espalier.nas.engine.data.audit;

import org.jspecify.annotations.NullMarked;
