package org.espalier.nas.data.generate;

import java.util.Optional;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.testkit.DatasetContract;
import org.junit.jupiter.api.Nested;

class GeneratorsContractTest {
  private static final Preparation STANDARD = Preparation.standard();

  /** The study's seed splits the data. */
  abstract static class OfTheSplit extends DatasetContract {
    abstract Dataset dataset(RandomStreams streams);

    @Override
    protected Dataset dataset() {
      return dataset(new RandomStreams(7));
    }

    @Override
    protected Optional<Dataset> another() {
      return Optional.of(dataset(new RandomStreams(8)));
    }
  }

  @Nested
  class Moons extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new MoonsDataset(new MoonsSettings(60, 0.2, 1, STANDARD), streams);
    }
  }

  @Nested
  class Spirals extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new SpiralsDataset(new SpiralsSettings(60, 3, 1.5, 0.1, 1, STANDARD), streams);
    }
  }

  @Nested
  class Blobs extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new BlobsDataset(new BlobsSettings(60, 3, 3, 1, 1, STANDARD), streams);
    }
  }

  @Nested
  class Xor extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new XorDataset(new XorSettings(60, 3, 0.1, 1, STANDARD), streams);
    }
  }

  @Nested
  class RandomLabels extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new RandomLabelsDataset(new RandomLabelsSettings(60, 3, 4, 1, STANDARD), streams);
    }
  }

  @Nested
  class Informative extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      InformativeSettings settings =
          new InformativeSettings(120, 3, 10, 4, 3, 2, 1.5, 0.02, 1, STANDARD);
      return new InformativeDataset(settings, streams);
    }
  }

  @Nested
  class Discs extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new DiscsDataset(new DiscsSettings(60, 3, 2, 0.3, 0.03, 1, STANDARD), streams);
    }
  }

  @Nested
  class Friedman extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new FriedmanDataset(new FriedmanSettings(60, 1, 1, STANDARD), streams);
    }
  }

  @Nested
  class DigitImages extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) {
      return new DigitImagesDataset(new DigitImagesSettings(60, 8, 1, 0.15, 1, STANDARD), streams);
    }
  }
}
