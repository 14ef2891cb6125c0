/** Sources of new architectures that controllers with several fidelities share. */
@NullMarked
package org.espalier.nas.controller.sampling;

import org.jspecify.annotations.NullMarked;
