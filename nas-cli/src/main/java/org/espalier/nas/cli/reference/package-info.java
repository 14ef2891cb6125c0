/** What components there are and what they can be told, written for people and for programs. */
@NullMarked
package org.espalier.nas.cli.reference;

import org.jspecify.annotations.NullMarked;
