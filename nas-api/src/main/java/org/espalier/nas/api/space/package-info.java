/** Search spaces as sequential decision processes, and the architectures made in them. */
@NullMarked
package org.espalier.nas.api.space;

import org.jspecify.annotations.NullMarked;
