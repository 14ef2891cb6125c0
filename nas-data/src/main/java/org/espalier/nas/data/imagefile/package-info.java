/** Data sets of image files: the CIFAR and IDX formats, folders, NumPy arrays. */
@NullMarked
package org.espalier.nas.data.imagefile;

import org.jspecify.annotations.NullMarked;
