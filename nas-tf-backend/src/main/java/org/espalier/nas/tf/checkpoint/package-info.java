/**
 * What a trial leaves so that another one can go on from it: {@link
 * org.espalier.nas.tf.checkpoint.TrialCheckpoints} keeps it for as long as a study may need it.
 */
@NullMarked
package org.espalier.nas.tf.checkpoint;

import org.jspecify.annotations.NullMarked;
