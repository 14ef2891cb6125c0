/** Random changes of training images. */
@NullMarked
package org.espalier.nas.tf.augmentation;

import org.jspecify.annotations.NullMarked;
