/** Final training of a chosen architecture, and models that TensorFlow elsewhere can load. */
@NullMarked
package org.espalier.nas.tf.export;

import org.jspecify.annotations.NullMarked;
