package org.espalier.nas.engine.data.generate;

import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.engine.data.prepare.Preparation;
import org.espalier.nas.testkit.DatasetContract;
import org.junit.jupiter.api.Nested;

class GeneratorsContractTest {
  private static final Preparation STANDARD = Preparation.standard();

  private static RandomStreams streams() {
    return new RandomStreams(7);
  }

  @Nested
  class Moons extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new MoonsDataset(new MoonsSettings(60, 0.2, 1, STANDARD), streams());
    }
  }

  @Nested
  class Spirals extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new SpiralsDataset(new SpiralsSettings(60, 3, 1.5, 0.1, 1, STANDARD), streams());
    }
  }

  @Nested
  class Blobs extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new BlobsDataset(new BlobsSettings(60, 3, 3, 1, 1, STANDARD), streams());
    }
  }

  @Nested
  class Xor extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new XorDataset(new XorSettings(60, 3, 0.1, 1, STANDARD), streams());
    }
  }

  @Nested
  class Informative extends DatasetContract {
    @Override
    protected Dataset dataset() {
      InformativeSettings settings =
          new InformativeSettings(120, 3, 10, 4, 3, 2, 1.5, 0.02, 1, STANDARD);
      return new InformativeDataset(settings, streams());
    }
  }

  @Nested
  class Friedman extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new FriedmanDataset(new FriedmanSettings(60, 1, 1, STANDARD), streams());
    }
  }
}
