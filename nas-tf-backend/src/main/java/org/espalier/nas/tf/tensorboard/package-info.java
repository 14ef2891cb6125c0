/** Event files with which TensorBoard shows a search. */
@NullMarked
package org.espalier.nas.tf.tensorboard;

import org.jspecify.annotations.NullMarked;
