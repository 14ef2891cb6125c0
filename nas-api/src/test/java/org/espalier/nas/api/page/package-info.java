/** The page of this module's public types, drawn from the classes. */
@NullMarked
package org.espalier.nas.api.page;

import org.jspecify.annotations.NullMarked;
