/** Population-based training, in which hyper-parameters change while networks are trained. */
@NullMarked
package org.espalier.nas.controller.population;

import org.jspecify.annotations.NullMarked;
