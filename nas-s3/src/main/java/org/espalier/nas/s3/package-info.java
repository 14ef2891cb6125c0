/** Artifacts in an S3-compatible object store, which several machines use at once. */
@NullMarked
package org.espalier.nas.s3;

import org.jspecify.annotations.NullMarked;
