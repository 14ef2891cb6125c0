/**
 * Controllers, which propose architectures and learn from their results, and what they need to
 * write: {@link org.espalier.nas.api.controller.Snapshot} for their state, {@link
 * org.espalier.nas.api.controller.Archive} for what was proposed before.
 */
@NullMarked
package org.espalier.nas.api.controller;

import org.jspecify.annotations.NullMarked;
