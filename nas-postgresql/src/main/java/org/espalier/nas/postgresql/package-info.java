/** Studies in a PostgreSQL server, which several processes and machines use at once. */
@NullMarked
package org.espalier.nas.postgresql;

import org.jspecify.annotations.NullMarked;
