package org.espalier.nas.controller.bayesian.gp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The fits that search for hyper-parameters: the first {@value #ALL}, then one after each growth of
 * the number of fits by one in {@value #SHARE}, so that their number grows with the logarithm.
 */
final class FitSchedule {
  private static final int ALL = 40;
  private static final int SHARE = 20;
  private static final int ALL_EVERYWHERE = 10;
  private static final int EVERYWHERE = 4;

  /** The extent of a search. */
  enum Search {
    /** No search: the hyper-parameters stay. */
    NONE,
    /** A search from the last hyper-parameters. */
    CONTINUED,
    /** A search from the last hyper-parameters and from others. */
    EVERYWHERE
  }

  private int fits;
  private int searches;
  private int next;

  /** Counts a fit and returns the search that it makes. */
  Search advance() {
    int fit = fits++;
    if (fit < next) {
      return Search.NONE;
    }
    next = fit < ALL ? fit + 1 : fit + (fit + SHARE - 1) / SHARE;
    searches++;
    return searches <= ALL_EVERYWHERE || searches % EVERYWHERE == 0
        ? Search.EVERYWHERE
        : Search.CONTINUED;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(fits);
    out.writeInt(searches);
    out.writeInt(next);
  }

  void read(DataInputStream in) throws IOException {
    fits = in.readInt();
    searches = in.readInt();
    next = in.readInt();
  }
}
