/** The right to read the page: addresses, token, password. */
@NullMarked
package org.espalier.nas.dashboard.access;

import org.jspecify.annotations.NullMarked;
