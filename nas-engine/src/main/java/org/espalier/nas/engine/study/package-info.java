/** The loop that carries a search out: asks, evaluates on workers, stores, tells. */
@NullMarked
package org.espalier.nas.engine.study;

import org.jspecify.annotations.NullMarked;
