/** What the built-in controllers remember: architectures proposed so far, and snapshots. */
@NullMarked
package org.espalier.nas.controller.state;

import org.jspecify.annotations.NullMarked;
