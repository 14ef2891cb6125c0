/** Drawings of networks. */
@NullMarked
package org.espalier.nas.analysis.network;

import org.jspecify.annotations.NullMarked;
