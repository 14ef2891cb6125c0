package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.data.Finding;

/** An audit of a table for defects that make results on it unreliable. */
public final class DataAudit {
  private static final int MOST_OF_A_KIND = 10;
  private static final List<Check> CHECKS =
      List.of(
          new LabelLeakageCheck(),
          new RowNumberCheck(),
          new DuplicatesCheck(),
          new ConstantColumnCheck(),
          new ConstantLabelCheck(),
          new ScaleCheck(),
          new OutlierCheck(),
          new ImbalanceCheck(),
          new SimilarClassesCheck(),
          new MissingValuesCheck());

  private final AuditedData data;
  private final Map<Class<?>, List<Finding>> known;

  /** Creates an audit. */
  public DataAudit(AuditedData data) {
    this(data, new HashMap<>());
  }

  /**
   * Creates an audit of data that were audited before with another split.
   *
   * @param known findings that do not depend on the split; filled by the first audit
   */
  public DataAudit(AuditedData data, Map<Class<?>, List<Finding>> known) {
    this.data = data;
    this.known = known;
  }

  /** Returns the findings, the most serious kind first; those of a frequent kind are summarised. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (Check check : CHECKS) {
      all.addAll(
          shortened(
              check.dependsOnSplit()
                  ? check.findings(data)
                  : known.computeIfAbsent(check.getClass(), type -> check.findings(data))));
    }
    return List.copyOf(all);
  }

  private static List<Finding> shortened(List<Finding> findings) {
    if (findings.size() <= MOST_OF_A_KIND) {
      return findings;
    }
    List<Finding> rest = findings.subList(MOST_OF_A_KIND, findings.size());
    String subjects =
        rest.stream().limit(MOST_OF_A_KIND).map(Finding::subject).collect(Collectors.joining(", "));
    List<Finding> shortened = new ArrayList<>(findings.subList(0, MOST_OF_A_KIND));
    shortened.add(
        new Finding(
            rest.get(0).kind(),
            rest.size() + " more columns",
            "The same holds of %d more columns: %s%s."
                .formatted(
                    rest.size(), subjects, rest.size() > MOST_OF_A_KIND ? " and others" : "")));
    return shortened;
  }
}
