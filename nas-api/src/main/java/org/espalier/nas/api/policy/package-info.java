/** The port through which learned controllers use a backend. */
@NullMarked
package org.espalier.nas.api.policy;

import org.jspecify.annotations.NullMarked;
