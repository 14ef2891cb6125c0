/** Files that outlast a crash. */
@NullMarked
package org.espalier.nas.tf.disk;

import org.jspecify.annotations.NullMarked;
