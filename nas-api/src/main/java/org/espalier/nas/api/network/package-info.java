/** Framework-neutral networks: what an architecture is lowered to before a backend builds it. */
@NullMarked
package org.espalier.nas.api.network;

import org.jspecify.annotations.NullMarked;
