/** Training candidate networks: settings, batches, epochs, early stopping, and the evaluator. */
@NullMarked
package org.espalier.nas.tf.training;

import org.jspecify.annotations.NullMarked;
