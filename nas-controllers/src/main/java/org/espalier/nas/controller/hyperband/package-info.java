/**
 * Controllers that spend few epochs on many architectures and many on the best of them: successive
 * halving and Hyperband.
 */
@NullMarked
package org.espalier.nas.controller.hyperband;

import org.jspecify.annotations.NullMarked;
