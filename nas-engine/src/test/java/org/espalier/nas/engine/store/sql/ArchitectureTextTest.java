package org.espalier.nas.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.junit.jupiter.api.Test;

class ArchitectureTextTest {

  private static final String[] PARTS = {"\t", "\n", "\\", "\\t", "\\n", "relu", "(", "İ", ""};

  /** Read after write is the identity, whatever the names hold. */
  @Test
  void readsWhatItWrote() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1000; i++) {
      Architecture architecture = Architecture.empty();
      int size = random.nextInt(5);
      for (int choice = 0; choice < size; choice++) {
        architecture = architecture.with(choice(random));
      }
      assertThat(ArchitectureText.read(ArchitectureText.write(architecture)))
          .isEqualTo(architecture);
    }
  }

  private static Choice choice(SplittableRandom random) {
    String name = text(random);
    return switch (random.nextInt(3)) {
      case 0 -> new Choice.Option(name, random.nextInt(100), text(random));
      case 1 -> new Choice.Whole(name, random.nextLong());
      default ->
          new Choice.Real(name, random.nextDouble() * Math.pow(10, random.nextInt(-300, 300)));
    };
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int part = random.nextInt(6); part > 0; part--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }
}
