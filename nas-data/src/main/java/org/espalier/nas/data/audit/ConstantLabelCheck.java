package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;

/** A check for labels of a multi-label task that have one value only in the training part. */
final class ConstantLabelCheck implements Check {

  @Override
  public List<Finding> findings(AuditedData data) {
    int[] training = data.members().get(0);
    List<Finding> findings = new ArrayList<>();
    for (AuditedData label : data.byLabel()) {
      long present = IntStream.of(training).filter(row -> label.targets()[row] != 0).count();
      if (present == 0 || present == training.length) {
        findings.add(
            new Finding(
                Finding.Kind.CONSTANT_LABEL,
                label.task().target(),
                "%s is %d in every one of the %d rows of the training part, so that nothing can be learned about it. Leave it out of the labels, or add rows."
                    .formatted(label.task().target(), present == 0 ? 0 : 1, training.length)));
      }
    }
    return findings;
  }
}
