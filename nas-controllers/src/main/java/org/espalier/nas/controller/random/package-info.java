/** Random search. */
@NullMarked
package org.espalier.nas.controller.random;

import org.jspecify.annotations.NullMarked;
