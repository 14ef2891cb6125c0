/**
 * The errors that Espalier and its plugins throw on purpose.
 *
 * <p>The packages below hold what a plugin implements and what it is given: {@code plugin} to
 * register, {@code space} for what is searched, {@code controller} for how, {@code trial} for what
 * was tried, {@code evaluation} for how good it was, {@code data} and {@code network} for what is
 * trained, {@code policy} and {@code training} for controllers that learn with a network, {@code
 * random} for every draw.
 *
 * <p>Every public type says by {@link org.apiguardian.api.API @API} how much can be relied on it:
 *
 * <ul>
 *   <li>{@code MAINTAINED}: kept compatible until the next minor version; a change after that is
 *       told in the changelog, with what to do about it.
 *   <li>{@code EXPERIMENTAL}: may change with any version; tell us what you need of it.
 * </ul>
 *
 * <p>Nothing is {@code STABLE}, that is kept until the next major version, before 1.0. Whatever a
 * signature does not mark {@code @Nullable} is never null, neither given nor taken.
 */
@NullMarked
package org.espalier.nas.api;

import org.jspecify.annotations.NullMarked;
