/** Metrics of predictions, computed in plain Java over a whole part of the data. */
@NullMarked
package org.espalier.nas.tf.metric;

import org.jspecify.annotations.NullMarked;
