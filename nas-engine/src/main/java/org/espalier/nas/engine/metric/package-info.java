/** Choice of a metric and its direction of improvement. */
@NullMarked
package org.espalier.nas.engine.metric;

import org.jspecify.annotations.NullMarked;
