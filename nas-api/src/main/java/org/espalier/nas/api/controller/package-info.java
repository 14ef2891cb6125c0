/**
 * Controllers, which propose architectures and learn from their results, and their helpers: {@link
 * org.espalier.nas.api.controller.Snapshot} for state, {@link
 * org.espalier.nas.api.controller.Archive} for the architectures proposed before.
 */
@NullMarked
package org.espalier.nas.api.controller;

import org.jspecify.annotations.NullMarked;
