package org.espalier.nas.tf.device;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.espalier.nas.api.NasException;
import org.jspecify.annotations.Nullable;

/**
 * The treatment of denormal numbers in the computations of a process.
 *
 * @param flushed true if they are replaced by zero
 * @param reason the reason why they are kept; empty if they are flushed
 */
public record DenormalMode(boolean flushed, String reason) {
  /** The environment variable that keeps denormal numbers if it is 0. */
  public static final String VARIABLE = "NAS_FLUSH_DENORMALS";

  /** The options that make HotSpot restore the mode after each native call. */
  private static final List<String> RESTORING =
      List.of("CheckJNICalls", "RestoreMXCSROnJNICalls", "AlwaysRestoreFPU");

  /**
   * Returns the mode of this process, without loading TensorFlow.
   *
   * @throws NasException if {@value #VARIABLE} is neither 0 nor 1
   */
  public static DenormalMode ofProcess() {
    HotSpotDiagnosticMXBean hotspot =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return of(
        System.getenv(VARIABLE),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        option -> isSet(hotspot, option));
  }

  static DenormalMode of(@Nullable String variable, String system, Predicate<String> options) {
    if (variable != null && !variable.equals("0") && !variable.equals("1")) {
      throw new NasException("%s (%s) must be 0 or 1.".formatted(VARIABLE, variable));
    }
    if ("0".equals(variable)) {
      return new DenormalMode(false, VARIABLE + "=0");
    }
    if (!system.equals("Linux amd64")) {
      return new DenormalMode(false, "they can be flushed on Linux x86-64 only");
    }
    Optional<String> restoring = RESTORING.stream().filter(options).findFirst();
    return restoring
        .map(option -> new DenormalMode(false, "the JVM's option " + option))
        .orElse(new DenormalMode(true, ""));
  }

  private static boolean isSet(HotSpotDiagnosticMXBean hotspot, String option) {
    try {
      return Boolean.parseBoolean(hotspot.getVMOption(option).getValue());
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  /** Returns {@code flushed} or {@code kept (reason)}. */
  @Override
  public String toString() {
    return flushed ? "flushed" : "kept (" + reason + ")";
  }
}
