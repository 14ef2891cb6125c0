/** The plugin of the TensorFlow backend, and what TensorFlow finds on this machine. */
@NullMarked
package org.espalier.nas.tf;

import org.jspecify.annotations.NullMarked;
