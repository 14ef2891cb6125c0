/** Policy networks as TensorFlow graphs. */
@NullMarked
package org.espalier.nas.tf.policy;

import org.jspecify.annotations.NullMarked;
