/** How components are registered, described and configured. */
@NullMarked
package org.espalier.nas.api.plugin;

import org.jspecify.annotations.NullMarked;
