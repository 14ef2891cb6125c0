package org.espalier.nas.data.audit;

import java.util.List;
import org.espalier.nas.api.data.Finding;

/** Looks for one kind of finding. */
interface Check {

  /** What was found. */
  List<Finding> findings(AuditedData data);
}
