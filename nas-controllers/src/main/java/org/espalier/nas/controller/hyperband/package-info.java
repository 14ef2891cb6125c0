/**
 * Spends few epochs on many architectures and many on the best of them: successive halving,
 * Hyperband, and ASHA.
 */
@NullMarked
package org.espalier.nas.controller.hyperband;

import org.jspecify.annotations.NullMarked;
