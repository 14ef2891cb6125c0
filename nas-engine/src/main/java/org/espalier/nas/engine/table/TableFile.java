package org.espalier.nas.engine.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.engine.store.Sha256;

/**
 * Writes tables into files and reads them.
 *
 * <p>A file holds, after its mark {@code NASTABLE} and the number of its format, six sections: the
 * definition, the architectures, facts and results, which the same trainings always give again to
 * the byte; and times and provenance, which belong to a machine and an hour. A SHA-256 of all that
 * comes before it ends the file.
 */
public final class TableFile {
  /** What files are called that hold tables. */
  public static final String EXTENSION = ".nastable";

  /** The number of the format that is written. */
  static final int VERSION = 1;

  private static final byte[] MARK = "NASTABLE".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH = 64;

  private TableFile() {}

  /** The table as the bytes of a file. */
  public static byte[] bytes(BenchmarkTable table) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      writeResults(out, table);
      Section.of("TIME", to -> ResultsFormat.writeTimes(to, table.results())).write(out);
      KeyedText provenance = new KeyedText();
      table.provenance().forEach(provenance::put);
      text("PROV", provenance.toString()).write(out);
      out.write(Sha256.of(bytes.toByteArray()).getBytes(StandardCharsets.US_ASCII));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first bytes of the file, up to where times and provenance begin: the same whenever the same
   * trainings give the same results.
   */
  public static byte[] resultBytes(BenchmarkTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeResults(new DataOutputStream(bytes), table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeResults(DataOutputStream out, BenchmarkTable table) throws IOException {
    out.write(MARK);
    out.writeShort(VERSION);
    text("DEFN", DefinitionText.write(table.definition())).write(out);
    Section.of("ARCH", to -> ResultsFormat.writeArchitectures(to, table.architectures()))
        .write(out);
    Section.of("FACT", to -> ResultsFormat.writeFacts(to, table.results())).write(out);
    Section.of("RSLT", to -> ResultsFormat.writeResults(to, table.results())).write(out);
  }

  private static Section text(String tag, String text) throws IOException {
    return Section.of(tag, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a table; whoever reads the file meanwhile sees the old one or the new one, whole.
   *
   * @throws TableException if the file cannot be written
   */
  public static void write(BenchmarkTable table, Path file) {
    try {
      AtomicFile.write(file, bytes(table));
    } catch (IOException e) {
      throw new TableException("The table " + file + " cannot be written: " + e + ".", e);
    }
  }

  /**
   * Reads a table.
   *
   * @param name what the source is called in errors
   * @param source is read to its end and stays open
   * @throws TableException if it is no table, is damaged or cut off, or of a newer format
   */
  public static BenchmarkTable read(String name, InputStream source) {
    try {
      byte[] bytes = source.readAllBytes();
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      requireFormat(name, in);
      BenchmarkTable table = read(in);
      int end = bytes.length - in.available();
      String hash = Sha256.of(Arrays.copyOf(bytes, end));
      byte[] stored = in.readNBytes(HASH);
      if (stored.length < HASH) {
        throw new EOFException();
      }
      if (in.available() > 0 || !hash.equals(new String(stored, StandardCharsets.US_ASCII))) {
        throw new IOException("its checksum is wrong");
      }
      return table;
    } catch (EOFException e) {
      throw cutOff(name, e);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw damaged(name, e);
    }
  }

  /**
   * Reads only what the results of a table are.
   *
   * @param name what the source is called in errors
   * @param source is read as far as needed and stays open
   * @throws TableException if it is no table, its definition is damaged, or it is of a newer format
   */
  public static TableDefinition definition(String name, InputStream source) {
    try {
      DataInputStream in = new DataInputStream(new BufferedInputStream(source));
      requireFormat(name, in);
      return definition(in);
    } catch (EOFException e) {
      throw cutOff(name, e);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(name, e);
    }
  }

  private static void requireFormat(String name, DataInputStream in) throws IOException {
    byte[] mark = in.readNBytes(MARK.length);
    if (!Arrays.equals(mark, MARK)) {
      throw new TableException(
          "%s is no table: it does not begin with NASTABLE. Maybe another file was meant; nas tabulate makes tables."
              .formatted(name));
    }
    int version = in.readUnsignedShort();
    if (version != VERSION) {
      throw new TableException(
          "%s has the format %d; this version of Espalier reads format %d. Maybe a newer one can read it."
              .formatted(name, version, VERSION));
    }
  }

  private static TableDefinition definition(DataInputStream in) throws IOException {
    return DefinitionText.read(utf8(Section.read("DEFN", in)));
  }

  private static BenchmarkTable read(DataInputStream in) throws IOException {
    TableDefinition definition = definition(in);
    List<Architecture> architectures =
        ResultsFormat.readArchitectures(Section.read("ARCH", in).content().reader());
    Results results =
        new Results(
            architectures.size(),
            definition.seeds(),
            definition.epochs(),
            definition.metrics().size(),
            definition.facts().size());
    ResultsFormat.readFacts(Section.read("FACT", in).content().reader(), results);
    ResultsFormat.readResults(Section.read("RSLT", in).content().reader(), results);
    ResultsFormat.readTimes(Section.read("TIME", in).content().reader(), results);
    Map<String, String> provenance =
        new TreeMap<>(KeyedText.parse(utf8(Section.read("PROV", in))).entries());
    return new BenchmarkTable(definition, new ArrayList<>(architectures), results, provenance);
  }

  private static String utf8(Section section) {
    return new String(section.content().bytes(), StandardCharsets.UTF_8);
  }

  private static TableException cutOff(String name, EOFException cause) {
    return new TableException(
        name + " is cut off: its end is missing. Copy or make it again.", cause);
  }

  private static TableException damaged(String name, Exception cause) {
    return new TableException(
        "%s is damaged: %s. Copy or make it again.".formatted(name, cause.getMessage()), cause);
  }
}
