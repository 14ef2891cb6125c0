/** Search spaces of every kind on which components are checked. */
@NullMarked
package org.espalier.nas.testkit.space;

import org.jspecify.annotations.NullMarked;
