/** Evaluates architectures that somebody chose. */
@NullMarked
package org.espalier.nas.controller.given;

import org.jspecify.annotations.NullMarked;
