/** The plugin of the built-in search spaces. */
@NullMarked
package org.espalier.nas.searchspace;

import org.jspecify.annotations.NullMarked;
