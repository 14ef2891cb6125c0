/** A live page of stored and running studies, which reads their stores and nothing else. */
@NullMarked
package org.espalier.nas.dashboard;

import org.jspecify.annotations.NullMarked;
