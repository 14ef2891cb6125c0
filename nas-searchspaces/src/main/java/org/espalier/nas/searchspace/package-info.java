/** The built-in search spaces, offered as a plugin. */
@NullMarked
package org.espalier.nas.searchspace;

import org.jspecify.annotations.NullMarked;
