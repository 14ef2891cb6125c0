/**
 * Networks independent of any framework: the form to which an architecture is lowered, with its
 * size and cost, before a backend builds it.
 */
@NullMarked
package org.espalier.nas.api.network;

import org.jspecify.annotations.NullMarked;
