/** Places where the trials of a study are evaluated, and the threads of this process as one. */
@NullMarked
package org.espalier.nas.engine.executor;

import org.jspecify.annotations.NullMarked;
