/** Final training of a chosen architecture, and export of models that any TensorFlow can load. */
@NullMarked
package org.espalier.nas.tf.export;

import org.jspecify.annotations.NullMarked;
