/** Evaluation of a given list of architectures. */
@NullMarked
package org.espalier.nas.controller.given;

import org.jspecify.annotations.NullMarked;
