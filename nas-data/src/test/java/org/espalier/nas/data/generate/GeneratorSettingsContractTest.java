package org.espalier.nas.data.generate;

import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class GeneratorSettingsContractTest {
  private static final Preparation STANDARD = Preparation.standard();

  @Nested
  class Moons extends SettingsContract {
    @Override
    protected Record settings() {
      return new MoonsSettings(60, 0.2, 1, STANDARD);
    }
  }

  @Nested
  class Spirals extends SettingsContract {
    @Override
    protected Record settings() {
      return new SpiralsSettings(60, 2, 1.5, 0.1, 1, STANDARD);
    }
  }

  @Nested
  class Blobs extends SettingsContract {
    @Override
    protected Record settings() {
      return new BlobsSettings(60, 2, 3, 1, 1, STANDARD);
    }
  }

  @Nested
  class Xor extends SettingsContract {
    @Override
    protected Record settings() {
      return new XorSettings(60, 3, 0.1, 1, STANDARD);
    }
  }

  @Nested
  class RandomLabels extends SettingsContract {
    @Override
    protected Record settings() {
      return new RandomLabelsSettings(60, 3, 4, 1, STANDARD);
    }
  }

  @Nested
  class Informative extends SettingsContract {
    @Override
    protected Record settings() {
      return new InformativeSettings(60, 2, 10, 4, 3, 2, 1.5, 0.02, 1, STANDARD);
    }

    @Override
    protected Record settingsFor(String setting) {
      return new InformativeSettings(60, 2, 30, 1, 0, 1, 1.5, 0.02, 1, STANDARD);
    }
  }

  @Nested
  class Friedman extends SettingsContract {
    @Override
    protected Record settings() {
      return new FriedmanSettings(60, 1, 1, STANDARD);
    }
  }

  @Nested
  class Discs extends SettingsContract {
    @Override
    protected Record settings() {
      return new DiscsSettings(60, 3, 2, 0.3, 0.03, 1, STANDARD);
    }
  }

  @Nested
  class DigitImages extends SettingsContract {
    @Override
    protected Record settings() {
      return new DigitImagesSettings(60, 8, 1, 0.15, 1, STANDARD);
    }
  }
}
