package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The fourteen practices of Lindauer and Hutter (2020), <em>Best Practices for Scientific Research
 * on Neural Architecture Search</em>, JMLR 21(243), with their numbers, evaluated from the record
 * of a comparison: sections 2 (code), 3 (comparing) and 4 (reporting).
 */
final class Checklist {

  private Checklist() {}

  static List<Practice> of(PageModel view) {
    List<Practice> practices = new ArrayList<>(new CodePractices(view).all());
    practices.addAll(new ComparingPractices(view).all());
    practices.addAll(new ReportingPractices(view).all());
    return practices;
  }
}
