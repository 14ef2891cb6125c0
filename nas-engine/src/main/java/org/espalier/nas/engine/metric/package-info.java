/** Which metric counts, and whether more or less of it is better. */
@NullMarked
package org.espalier.nas.engine.metric;

import org.jspecify.annotations.NullMarked;
