/** Local search. */
@NullMarked
package org.espalier.nas.controller.local;

import org.jspecify.annotations.NullMarked;
