/** The plugin of the built-in controllers. */
@NullMarked
package org.espalier.nas.controller;

import org.jspecify.annotations.NullMarked;
