package org.espalier.nas.tf.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.AbstractTFE_Context;
import org.tensorflow.internal.c_api.AbstractTFE_ContextOptions;
import org.tensorflow.internal.c_api.AbstractTF_Status;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.KernelList;

/**
 * The TensorFlow library of this process and the devices that it detects.
 *
 * @param version TensorFlow's version
 * @param gpuBuild true if the library was built for GPUs, whether or not there is one
 * @param devices the devices, in TensorFlow's order
 */
public record Devices(String version, boolean gpuBuild, List<Device> devices) {
  private static final String GPU = ComputeDevice.Type.GPU.name();

  /**
   * One device.
   *
   * @param name the name in TensorFlow
   * @param type {@code CPU}, {@code GPU}, …
   * @param memory the memory that TensorFlow may use on it, in bytes
   */
  public record Device(String name, String type, long memory) {

    /** Returns the name without the machine: {@code GPU:0}. */
    public String shortName() {
      return name.replaceFirst(".*/device:", "");
    }
  }

  /** Copies. */
  public Devices {
    devices = List.copyOf(devices);
  }

  /**
   * Returns the devices that TensorFlow reports; the first call loads its native library, which
   * takes seconds. The number of threads that later sessions of the process use stays one.
   *
   * @throws NasException if the library cannot be loaded or the devices cannot be listed
   */
  @SuppressWarnings("try") // the scope is only there to free native objects when it ends
  public static Devices find() {
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = AbstractTF_Status.newStatus();
      TFE_Context context = AbstractTFE_Context.newContext(options(status), status);
      status.throwExceptionIfNotOK();
      TF_DeviceList list = tensorflow.TFE_ContextListDevices(context, status);
      status.throwExceptionIfNotOK();
      try {
        return new Devices(TensorFlow.version(), hasGpuKernels(status), read(list, status));
      } finally {
        tensorflow.TF_DeleteDeviceList(list);
      }
    } catch (LinkageError e) {
      throw new NasException(
          "TensorFlow's native library cannot be loaded on this machine: " + e.getMessage(), e);
    }
  }

  private static TFE_ContextOptions options(TF_Status status) {
    TFE_ContextOptions options = AbstractTFE_ContextOptions.newContextOptions();
    byte[] config = SessionConfig.ofAll().toByteArray();
    tensorflow.TFE_ContextOptionsSetConfig(options, new BytePointer(config), config.length, status);
    status.throwExceptionIfNotOK();
    return options;
  }

  /** Returns true if an operation that every build has can be computed by a GPU. */
  private static boolean hasGpuKernels(TF_Status status) {
    TF_Buffer kernels = tensorflow.TF_GetRegisteredKernelsForOp("MatMul", status);
    status.throwExceptionIfNotOK();
    try {
      return KernelList.parseFrom(kernels.copyData()).getKernelList().stream()
          .anyMatch(kernel -> kernel.getDeviceType().equals(GPU));
    } catch (IOException e) {
      throw new NasException("TensorFlow's list of kernels cannot be read: " + e.getMessage(), e);
    } finally {
      tensorflow.TF_DeleteBuffer(kernels);
    }
  }

  private static List<Device> read(TF_DeviceList list, TF_Status status) {
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < tensorflow.TF_DeviceListCount(list); i++) {
      devices.add(
          new Device(
              tensorflow.TF_DeviceListName(list, i, status).getString(),
              tensorflow.TF_DeviceListType(list, i, status).getString(),
              tensorflow.TF_DeviceListMemoryBytes(list, i, status)));
      status.throwExceptionIfNotOK();
    }
    return devices;
  }

  /** Returns the reason why no GPU can be used, with the way out; empty if one can. */
  public Optional<String> gpuMissing() {
    if (devices.stream().anyMatch(device -> device.type().equals(GPU))) {
      return Optional.empty();
    }
    return Optional.of(
        gpuBuild
            ? "TensorFlow's GPU build is installed and finds no GPU; it requires an NVIDIA GPU and its driver"
            : "TensorFlow's build is for processors only; GPUs require the GPU build (NAS_PROFILE=gpu ./nas) and an NVIDIA driver");
  }

  /**
   * Checks that there is a device.
   *
   * @throws InvalidSettingException of the setting {@code device} that names the known devices
   */
  public void require(ComputeDevice wanted) {
    String name = wanted.type().name() + ":" + wanted.index();
    if (devices.stream().noneMatch(device -> device.shortName().equals(name))) {
      throw new InvalidSettingException(
          "device",
          "device (%s) does not exist on this machine; it has %s. %s."
              .formatted(wanted, labels(), gpuMissing().orElse("Choose one of these")));
    }
  }

  private String labels() {
    return devices.stream()
        .map(device -> device.type().equals("CPU") ? "cpu" : device.shortName())
        .map(label -> label.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
