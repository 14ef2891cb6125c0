/** Makes projects for people who write plugins. */
@NullMarked
package org.espalier.nas.cli.author;

import org.jspecify.annotations.NullMarked;
