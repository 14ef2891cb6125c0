/** Files that survive a crash. */
@NullMarked
package org.espalier.nas.api.storage;

import org.jspecify.annotations.NullMarked;
