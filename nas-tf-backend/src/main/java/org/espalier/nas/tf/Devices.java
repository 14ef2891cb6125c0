package org.espalier.nas.tf;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.espalier.nas.api.NasException;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.AbstractTFE_Context;
import org.tensorflow.internal.c_api.AbstractTFE_ContextOptions;
import org.tensorflow.internal.c_api.AbstractTF_Status;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

/**
 * The TensorFlow library of this process and the devices that it detects.
 *
 * @param version TensorFlow's version
 * @param devices the devices, in TensorFlow's order
 */
public record Devices(String version, List<Device> devices) {

  /**
   * One device.
   *
   * @param name the name in TensorFlow
   * @param type {@code CPU}, {@code GPU}, …
   * @param memory the memory that TensorFlow may use on it, in bytes
   */
  public record Device(String name, String type, long memory) {}

  /** Copies. */
  public Devices {
    devices = List.copyOf(devices);
  }

  /**
   * Returns the devices that TensorFlow reports; the first call loads its native library, which
   * takes seconds.
   *
   * @throws NasException if the library cannot be loaded or the devices cannot be listed
   */
  @SuppressWarnings("try") // the scope is only there to free native objects when it ends
  public static Devices find() {
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = AbstractTF_Status.newStatus();
      TFE_Context context =
          AbstractTFE_Context.newContext(AbstractTFE_ContextOptions.newContextOptions(), status);
      status.throwExceptionIfNotOK();
      TF_DeviceList list = tensorflow.TFE_ContextListDevices(context, status);
      status.throwExceptionIfNotOK();
      try {
        return new Devices(TensorFlow.version(), read(list, status));
      } finally {
        tensorflow.TF_DeleteDeviceList(list);
      }
    } catch (LinkageError e) {
      throw new NasException(
          "TensorFlow's native library cannot be loaded on this machine: " + e.getMessage(), e);
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
}
