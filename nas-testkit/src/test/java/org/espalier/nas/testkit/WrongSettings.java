package org.espalier.nas.testkit;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Range;

/** Suites of config records with one fault. */
final class WrongSettings {

  private WrongSettings() {}

  static class WithoutRange extends SettingsContract {
    @Override
    protected Record settings() {
      return new Silent(0.5);
    }

    record Silent(double share) {
      Silent {
        SettingsContractTest.check("share", "(-inf, inf)", share);
      }
    }
  }

  static class NestedWithoutRange extends SettingsContract {
    @Override
    protected Record settings() {
      return new Outer(List.of(new WithoutRange.Silent(0.5)));
    }

    record Outer(List<WithoutRange.Silent> parts) {}
  }

  static class UnreadableRange extends SettingsContract {
    @Override
    protected Record settings() {
      return new Dotted(2);
    }

    record Dotted(@Range("1..5") int size) {}
  }

  static class DefaultOutside extends SettingsContract {
    @Override
    protected Record settings() {
      return new Half(0.5);
    }

    record Half(@Default("1") @Range("[0, 1)") double share) {
      Half {
        SettingsContractTest.check("share", "[0, 1)", share);
      }
    }
  }

  static class DefaultNoNumber extends SettingsContract {
    @Override
    protected Record settings() {
      return new Wordy(List.of(2));
    }

    record Wordy(@Default("[1, two]") @Range("[1, 9]") List<Integer> sizes) {
      Wordy {
        sizes.forEach(size -> SettingsContractTest.check("sizes", "[1, 9]", size));
      }
    }
  }

  static class TooStrict extends SettingsContract {
    @Override
    protected Record settings() {
      return new Strict(0.5);
    }

    record Strict(@Range("[0, 1]") double share) {
      Strict {
        SettingsContractTest.check("share", "[0, 1)", share);
      }
    }
  }

  static class ChecksNothing extends SettingsContract {
    @Override
    protected Record settings() {
      return new Careless(1);
    }

    record Careless(@Range("[1, 9]") int size) {}
  }

  static class AcceptsNaN extends SettingsContract {
    @Override
    protected Record settings() {
      return new Compared(0.5);
    }

    record Compared(@Range("[0, 1]") double share) {
      Compared {
        if (share < 0 || share > 1) {
          throw new InvalidSettingException("share", "share (" + share + ") must lie in [0, 1].");
        }
      }
    }
  }

  static class ThrowsAnything extends SettingsContract {
    @Override
    protected Record settings() {
      return new Rude(1);
    }

    record Rude(@Range("[1, 9]") int size) {
      Rude {
        if (size < 1 || size > 9) {
          throw new IllegalArgumentException("size (" + size + ") must lie in [1, 9].");
        }
      }
    }
  }

  static class BlamesAnother extends SettingsContract {
    @Override
    protected Record settings() {
      return new Blaming(1);
    }

    record Blaming(@Range("[1, 9]") int size) {
      Blaming {
        if (size < 1 || size > 9) {
          throw new InvalidSettingException("length", "size (" + size + ") must lie in [1, 9].");
        }
      }
    }
  }

  static class HidesTheValue extends SettingsContract {
    @Override
    protected Record settings() {
      return new Hiding(1);
    }

    record Hiding(@Range("[1, 9]") int size) {
      Hiding {
        if (size < 1 || size > 9) {
          throw new InvalidSettingException("size", "size must lie in [1, 9].");
        }
      }
    }
  }
}
