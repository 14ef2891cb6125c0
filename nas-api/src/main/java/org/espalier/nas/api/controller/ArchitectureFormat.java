package org.espalier.nas.api.controller;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;

/**
 * The binary format of architectures in a snapshot, exact for real numbers too.
 *
 * <p>It stays the same within a minor version, so that a run can be resumed after an update.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ArchitectureFormat {
  private static final int OPTION = 0;
  private static final int WHOLE = 1;
  private static final int REAL = 2;

  private ArchitectureFormat() {}

  /**
   * Writes one architecture, complete or not.
   *
   * @param out the stream to write to; stays open
   * @param architecture the architecture to write
   * @throws IOException if {@code out} throws it, or a label has more than 65,535 bytes
   */
  public static void write(DataOutputStream out, Architecture architecture) throws IOException {
    out.writeInt(architecture.size());
    for (Choice choice : architecture.choices()) {
      write(out, choice);
    }
  }

  private static void write(DataOutputStream out, Choice choice) throws IOException {
    if (choice instanceof Choice.Option option) {
      out.writeByte(OPTION);
      out.writeUTF(option.decision());
      out.writeInt(option.index());
      out.writeUTF(option.label());
    } else if (choice instanceof Choice.Whole whole) {
      out.writeByte(WHOLE);
      out.writeUTF(whole.decision());
      out.writeLong(whole.value());
    } else if (choice instanceof Choice.Real real) {
      out.writeByte(REAL);
      out.writeUTF(real.decision());
      out.writeDouble(real.value());
    }
  }

  /**
   * Reads one architecture.
   *
   * @param in the stream to read from, positioned at an architecture; stays open
   * @return an architecture equal to the one that was written
   * @throws IOException if the data are truncated or are not an architecture
   */
  public static Architecture read(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0) {
      throw new IOException("An architecture cannot have " + size + " choices.");
    }
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      choices.add(choice(in));
    }
    return new Architecture(choices);
  }

  private static Choice choice(DataInputStream in) throws IOException {
    int kind = in.readByte();
    String decision = in.readUTF();
    return switch (kind) {
      case OPTION -> new Choice.Option(decision, in.readInt(), in.readUTF());
      case WHOLE -> new Choice.Whole(decision, in.readLong());
      case REAL -> new Choice.Real(decision, in.readDouble());
      default -> throw new IOException("No kind of choice has the number " + kind + ".");
    };
  }
}
