/** Several objectives of a search: their values, constraints, and the order that they define. */
@NullMarked
package org.espalier.nas.api.objective;

import org.jspecify.annotations.NullMarked;
