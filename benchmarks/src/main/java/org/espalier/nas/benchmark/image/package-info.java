/** Measurements of convolutional networks: time, memory, and agreement with Keras. */
@NullMarked
package org.espalier.nas.benchmark.image;

import org.jspecify.annotations.NullMarked;
