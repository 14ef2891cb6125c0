/** The devices on which networks are trained, and the configuration of sessions on them. */
@NullMarked
package org.espalier.nas.tf.device;

import org.jspecify.annotations.NullMarked;
