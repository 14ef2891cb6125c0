package org.espalier.nas.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.AtomicFile;

/** Suites of stores with one fault. */
final class WrongArtifacts {

  private WrongArtifacts() {}

  static class ThrowsForMissing extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void delete(String key) {
          if (!contents.containsKey(key)) {
            throw new NasException("There is no " + key + ".");
          }
          super.delete(key);
        }
      };
    }
  }

  static class Appends extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void write(String key, AtomicFile.Content content) {
          byte[] earlier = contents.getOrDefault(key, new byte[0]);
          super.write(
              key,
              out -> {
                out.write(earlier);
                content.writeTo(out);
              });
        }
      };
    }
  }

  static class CutsOff extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void write(String key, AtomicFile.Content content) {
          super.write(key, content);
          contents.computeIfPresent(
              key, (any, all) -> Arrays.copyOf(all, Math.min(all.length, 1 << 20)));
        }
      };
    }
  }

  static class KeepsTheFirstPiece extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void write(String key, AtomicFile.Content content) {
          super.write(
              key,
              out ->
                  content.writeTo(
                      new ByteArrayOutputStream() {
                        private boolean written;

                        @Override
                        public void write(byte[] bytes) throws IOException {
                          if (!written) {
                            out.write(bytes);
                          }
                          written = true;
                        }
                      }));
        }
      };
    }
  }

  static class ListsByText extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public List<String> keys(String prefix) {
          String unused = location(prefix);
          return contents.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
        }
      };
    }
  }

  static class DeletesBelow extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void delete(String key) {
          super.delete(key);
          contents.keySet().removeIf(other -> other.startsWith(key));
        }
      };
    }
  }

  /** A store whose writers show what they have written so far, and wait for readers to see it. */
  static class WritesInPlace extends ArtifactStoreContractTest.Sound {
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void write(String key, AtomicFile.Content content) {
          super.write(
              key,
              out ->
                  content.writeTo(
                      new ByteArrayOutputStream() {
                        @Override
                        public void write(byte[] bytes) throws IOException {
                          contents.put(key, Arrays.copyOf(bytes, bytes.length / 2));
                          awaitReaders();
                          out.write(bytes);
                        }
                      }));
        }

        @Override
        public <T> Optional<T> read(String key, Reader<T> reader) {
          reads.incrementAndGet();
          return super.read(key, reader);
        }
      };
    }

    private void awaitReaders() {
      int before = reads.get();
      for (int wait = 0; wait < 100 && reads.get() < before + 2; wait++) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  static class NamesNothing extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void write(String key, AtomicFile.Content content) {
          try {
            super.write(key, content);
          } catch (NasException error) {
            throw new NasException("A content cannot be written.", error);
          }
        }

        @Override
        public <T> Optional<T> read(String key, Reader<T> reader) {
          try {
            return super.read(key, reader);
          } catch (NasException error) {
            throw new NasException("A content cannot be read.", error);
          }
        }
      };
    }
  }

  static class WrapsEverything extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public <T> Optional<T> read(String key, Reader<T> reader) {
          try {
            return super.read(key, reader);
          } catch (IllegalStateException error) {
            throw new NasException("It did not work.", error);
          }
        }
      };
    }
  }

  static class TakesAnyKey extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public String location(String key) {
          return "memory:" + key;
        }
      };
    }
  }

  static class DeletesAlways extends ArtifactStoreContractTest.Sound {
    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public ArtifactStore withoutDeleting() {
          return this;
        }
      };
    }
  }

  /** A store whose users disturb each other. */
  static class RefusesTwoAtOnce extends ArtifactStoreContractTest.Sound {
    private final AtomicInteger users = new AtomicInteger();

    @Override
    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents) {
        @Override
        public void delete(String key) {
          users.incrementAndGet();
          for (int wait = 0; wait < 20 && users.get() < 2; wait++) {
            LockSupport.parkNanos(1_000_000);
          }
          if (users.getAndDecrement() > 1) {
            throw new NasException("Another one is deleting.");
          }
          super.delete(key);
        }
      };
    }
  }
}
