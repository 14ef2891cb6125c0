/**
 * Networks that no framework is needed for: what an architecture is lowered to, how large it is and
 * what it costs, before a backend builds it.
 */
@NullMarked
package org.espalier.nas.api.network;

import org.jspecify.annotations.NullMarked;
