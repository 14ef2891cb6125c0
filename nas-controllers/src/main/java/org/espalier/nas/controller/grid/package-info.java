/** Grid search. */
@NullMarked
package org.espalier.nas.controller.grid;

import org.jspecify.annotations.NullMarked;
