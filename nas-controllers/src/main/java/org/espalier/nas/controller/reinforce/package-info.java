/** Policy-gradient search: a recurrent policy over decisions, learnt by REINFORCE. */
@NullMarked
package org.espalier.nas.controller.reinforce;

import org.jspecify.annotations.NullMarked;
