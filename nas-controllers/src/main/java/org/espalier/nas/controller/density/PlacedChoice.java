package org.espalier.nas.controller.density;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Domain;

/**
 * A choice and the decision that it answers, in the coordinates of the decision's axis.
 *
 * @param place index of the decision among those of the space
 * @param choice the answer
 * @param asked the domain that was asked, possibly narrower than the axis
 * @param value the answer's coordinate: a number on its scale, or an option's index
 * @param cell the numbers that round to the answer; empty for real numbers
 * @param range the numbers that round to anything in the domain that was asked
 */
public record PlacedChoice(
    int place, Choice choice, Domain asked, double value, Interval cell, Interval range) {

  /** Returns a hash code of place and value, which tell nearly all answers apart. */
  @Override
  public int hashCode() {
    return 31 * place + Double.hashCode(value);
  }

  /**
   * The numbers between two bounds.
   *
   * @param low the lower bound
   * @param high the upper bound
   */
  public record Interval(double low, double high) {
    /** {@return high − low} */
    public double width() {
      return high - low;
    }
  }
}
