/** The last layers of networks, on features that are given. */
@NullMarked
package org.espalier.nas.searchspace.head;

import org.jspecify.annotations.NullMarked;
