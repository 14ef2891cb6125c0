/** What every part of Espalier and every plugin shares: errors. */
@NullMarked
package org.espalier.nas.api;

import org.jspecify.annotations.NullMarked;
