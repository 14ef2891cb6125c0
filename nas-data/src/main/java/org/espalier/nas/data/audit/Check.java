package org.espalier.nas.data.audit;

import java.util.List;
import org.espalier.nas.api.data.Finding;

/** A check for one kind of finding. */
interface Check {

  /** Returns the findings. */
  List<Finding> findings(AuditedData data);

  /** Returns true if the findings depend on the division into parts. */
  default boolean dependsOnSplit() {
    return false;
  }
}
