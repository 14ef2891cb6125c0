package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.table.Column;

/** A check for columns with a single value. */
final class ConstantColumnCheck implements Check {

  @Override
  public List<Finding> findings(AuditedData data) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : data.features()) {
      List<String> values =
          IntStream.of(data.rows())
              .filter(row -> !column.missing(row))
              .mapToObj(column::text)
              .distinct()
              .limit(2)
              .toList();
      if (values.size() == 1) {
        findings.add(
            new Finding(
                Finding.Kind.CONSTANT_COLUMN,
                column.name(),
                "%s is %s in every one of %d rows. It tells nothing; drop it."
                    .formatted(column.name(), values.get(0), data.rows().length)));
      }
    }
    return findings;
  }
}
