/**
 * The plugin of the TensorFlow backend, and the devices that TensorFlow detects on this machine.
 */
@NullMarked
package org.espalier.nas.tf;

import org.jspecify.annotations.NullMarked;
