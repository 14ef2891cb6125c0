/**
 * The errors that Espalier and its plugins throw on purpose.
 *
 * <p>The packages below hold the types that a plugin implements or receives: {@code plugin} for
 * registration, {@code space} for search spaces, {@code controller} for search algorithms, {@code
 * trial} for trials and their results, {@code evaluation} for evaluators and rewards, {@code data}
 * and {@code network} for data sets and networks, {@code policy} and {@code training} for
 * controllers that learn with a network, {@code random} for random numbers.
 *
 * <p>Every public type declares its stability with {@link org.apiguardian.api.API @API}:
 *
 * <ul>
 *   <li>{@code MAINTAINED}: kept compatible until the next minor version; later changes are listed
 *       in the changelog, with instructions.
 *   <li>{@code EXPERIMENTAL}: may change with any version; tell us about your use of it.
 * </ul>
 *
 * <p>Nothing is {@code STABLE}, that is, kept until the next major version, before 1.0. Parameters
 * and results not marked {@code @Nullable} are never null.
 */
@NullMarked
package org.espalier.nas.api;

import org.jspecify.annotations.NullMarked;
