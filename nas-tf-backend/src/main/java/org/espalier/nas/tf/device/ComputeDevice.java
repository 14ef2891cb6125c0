package org.espalier.nas.tf.device;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;

/**
 * A device on which networks are trained.
 *
 * @param type the kind of device
 * @param index the number among the devices of this type, from 0
 */
public record ComputeDevice(Type type, int index) {
  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice(Type.CPU, 0);

  private static final Pattern GPU = Pattern.compile("gpu:(0|[1-9]\\d{0,2})");

  /** The kinds of devices. */
  public enum Type {
    /** The processor. */
    CPU,
    /** A graphics card. */
    GPU
  }

  /** Checks the index. */
  public ComputeDevice {
    Objects.requireNonNull(type);
    if (index < 0 || (type == Type.CPU && index > 0)) {
      throw new IllegalArgumentException(
          "index (%d) must be 0, or positive for one of several GPUs.".formatted(index));
    }
  }

  /**
   * Returns the device of a label.
   *
   * @param label {@code cpu}, {@code gpu:0}, {@code gpu:1}, …
   * @throws InvalidSettingException of the setting {@code device} for any other text
   */
  public static ComputeDevice of(String label) {
    if (label.equals("cpu")) {
      return CPU;
    }
    Matcher gpu = GPU.matcher(label);
    if (!gpu.matches()) {
      throw new InvalidSettingException(
          "device", "device (%s) must be cpu, gpu:0, gpu:1 and so on.".formatted(label));
    }
    return new ComputeDevice(Type.GPU, Integer.parseInt(gpu.group(1)));
  }

  /** Returns the label: {@code cpu}, {@code gpu:0}, …. */
  @Override
  public String toString() {
    return this.equals(CPU) ? "cpu" : type.name().toLowerCase(Locale.ROOT) + ":" + index;
  }
}
