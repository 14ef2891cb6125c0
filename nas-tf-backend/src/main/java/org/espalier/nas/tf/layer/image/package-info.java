/** Layers of images: convolutions, pools and batch normalisation. */
@NullMarked
package org.espalier.nas.tf.layer.image;

import org.jspecify.annotations.NullMarked;
