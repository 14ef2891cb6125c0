/** JSON, as little of it as headers of weight files and descriptions of models need. */
@NullMarked
package org.espalier.nas.tf.json;

import org.jspecify.annotations.NullMarked;
