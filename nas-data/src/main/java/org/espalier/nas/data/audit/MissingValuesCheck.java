package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.table.Column;

/** A count of missing values. */
final class MissingValuesCheck implements Check {

  @Override
  public List<Finding> findings(AuditedData data) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : data.table().columns()) {
      int missing = column.missingCount();
      if (missing > 0) {
        findings.add(
            new Finding(
                Finding.Kind.MISSING_VALUES,
                column.name(),
                String.format(
                    Locale.ROOT,
                    "%s is missing in %d of %d rows (%.1f %%); prepare.missing says what happens to"
                        + " them.",
                    column.name(),
                    missing,
                    column.size(),
                    100.0 * missing / column.size())));
      }
    }
    return findings;
  }
}
