/** Limits of connections and requests to the server. */
@NullMarked
package org.espalier.nas.dashboard.connection;

import org.jspecify.annotations.NullMarked;
