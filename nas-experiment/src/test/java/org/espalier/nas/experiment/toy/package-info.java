/** Small components with settings of every kind, for tests. */
@NullMarked
package org.espalier.nas.experiment.toy;

import org.jspecify.annotations.NullMarked;
