/** Encoding of architectures as numeric points, for models that learn from numbers. */
@NullMarked
package org.espalier.nas.controller.encoding;

import org.jspecify.annotations.NullMarked;
