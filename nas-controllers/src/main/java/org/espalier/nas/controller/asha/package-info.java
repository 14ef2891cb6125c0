/** Asynchronous successive halving, which never waits for a rung to be complete. */
@NullMarked
package org.espalier.nas.controller.asha;

import org.jspecify.annotations.NullMarked;
