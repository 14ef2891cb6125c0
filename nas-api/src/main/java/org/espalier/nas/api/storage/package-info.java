/** Files that survive a crash, and the store of those that trials leave for later ones. */
@NullMarked
package org.espalier.nas.api.storage;

import org.jspecify.annotations.NullMarked;
