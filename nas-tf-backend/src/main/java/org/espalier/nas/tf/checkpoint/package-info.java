/**
 * Checkpoints of trials from which other trials continue: {@link
 * org.espalier.nas.tf.checkpoint.TrialCheckpoints} keeps them as long as a study may need them.
 */
@NullMarked
package org.espalier.nas.tf.checkpoint;

import org.jspecify.annotations.NullMarked;
