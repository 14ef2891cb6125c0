/** Trained networks of any origin that compute features below a searched head. */
@NullMarked
package org.espalier.nas.tf.backbone;

import org.jspecify.annotations.NullMarked;
