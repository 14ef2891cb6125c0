/** Project templates for authors of plugins. */
@NullMarked
package org.espalier.nas.cli.author;

import org.jspecify.annotations.NullMarked;
