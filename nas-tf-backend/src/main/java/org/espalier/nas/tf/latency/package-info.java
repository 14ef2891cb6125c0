/** The objective {@code latency}: times of networks, measured or from a table. */
@NullMarked
package org.espalier.nas.tf.latency;

import org.jspecify.annotations.NullMarked;
