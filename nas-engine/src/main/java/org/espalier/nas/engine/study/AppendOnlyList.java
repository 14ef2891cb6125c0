package org.espalier.nas.engine.study;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * List to which elements are added at its end and from which none are removed, so that its first
 * elements can be shared without copying them. One thread uses it; its views may be used by any.
 *
 * @param <E> type of the elements
 */
final class AppendOnlyList<E> {

  @SuppressWarnings("unchecked") // the array stays in this class, and holds elements of E only
  private E[] elements = (E[]) new Object[16];

  private int size;

  /** Creates a list of these elements. */
  static <E> AppendOnlyList<E> of(List<E> elements) {
    AppendOnlyList<E> list = new AppendOnlyList<>();
    elements.forEach(list::add);
    return list;
  }

  void add(E element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  int size() {
    return size;
  }

  /** Returns the element at an index. */
  E get(int index) {
    return elements[Objects.checkIndex(index, size)];
  }

  /** Returns an immutable view of the first elements, in constant time. */
  List<E> first(int count) {
    Objects.checkFromIndexSize(0, count, size);
    return new View<>(elements, count);
  }

  /** First elements of an array that never change. */
  private static final class View<E> extends AbstractList<E> implements RandomAccess {

    private final E[] elements;
    private final int size;

    View(E[] elements, int size) {
      this.elements = elements;
      this.size = size;
    }

    @Override
    public E get(int index) {
      return elements[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
