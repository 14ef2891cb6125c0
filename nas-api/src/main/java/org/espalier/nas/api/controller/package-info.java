/** Controllers propose architectures and learn from their results. */
@NullMarked
package org.espalier.nas.api.controller;

import org.jspecify.annotations.NullMarked;
