package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.PassThrough;
import org.espalier.nas.api.network.StackedSeparableConv2d;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.network.Zeros;

/**
 * The operations that cells can choose from, and sets of them, by name; immutable.
 *
 * <p>Convolutions are in the order ReLU, convolution, batch normalisation (Zoph et al. 2018,
 * appendix A.4). Separable ones ({@code sep}) are applied twice. Dilated ones see pixels at a
 * distance of 2; with a stride, every second of their outputs is kept.
 */
public final class CellOperations {
  private static final int DILATION = 2;
  private static final Map<String, List<String>> PUBLISHED =
      Map.of(
          "chapter",
          List.of("sep-3x3", "sep-5x5", "sep-7x7", "avg-3x3", "max-3x3", "identity"),
          "nasnet",
          List.of(
              "identity",
              "conv-1x3-3x1",
              "conv-1x7-7x1",
              "dil-3x3",
              "avg-3x3",
              "max-3x3",
              "max-5x5",
              "max-7x7",
              "conv-1x1",
              "conv-3x3",
              "sep-3x3",
              "sep-5x5",
              "sep-7x7"),
          "amoeba",
          List.of(
              "identity",
              "sep-3x3",
              "sep-5x5",
              "sep-7x7",
              "avg-3x3",
              "max-3x3",
              "dil-sep-3x3",
              "conv-1x7-7x1"),
          "enas",
          List.of("sep-3x3", "sep-5x5", "avg-3x3", "max-3x3", "identity"),
          "pnas",
          List.of(
              "sep-3x3",
              "sep-5x5",
              "sep-7x7",
              "conv-1x7-7x1",
              "identity",
              "avg-3x3",
              "max-3x3",
              "dil-3x3"),
          "darts",
          List.of(
              "none",
              "max-3x3",
              "avg-3x3",
              "identity",
              "sep-3x3",
              "sep-5x5",
              "dil-sep-3x3",
              "dil-sep-5x5"));

  private final Map<String, CellOperation> operations;
  private final Map<String, List<String>> sets;

  private CellOperations(Map<String, CellOperation> operations, Map<String, List<String>> sets) {
    this.operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    this.sets = Map.copyOf(sets);
  }

  /** Returns the operations of the published search spaces, and their sets. */
  public static CellOperations standard() {
    CellOperations all = new CellOperations(Map.of(), PUBLISHED);
    for (CellOperation operation : published()) {
      all = all.with(operation);
    }
    return all;
  }

  private static List<CellOperation> published() {
    List<CellOperation> list = new ArrayList<>();
    list.add(
        new CellOperation(
            "none", CellOperation.Kind.ZERO, (stride, channels) -> new Zeros(stride)));
    list.add(new CellOperation("identity", CellOperation.Kind.IDENTITY, CellOperations::identity));
    list.add(convolution("conv-1x1", 1));
    list.add(convolution("conv-3x3", 3));
    list.add(factorised("conv-1x3-3x1", 3));
    list.add(factorised("conv-1x7-7x1", 7));
    for (int size : new int[] {3, 5, 7}) {
      list.add(
          CellOperation.of(
              "sep-%dx%d".formatted(size, size),
              (stride, channels) -> new StackedSeparableConv2d(channels, Window.of(size, stride))));
    }
    list.add(
        CellOperation.of("avg-3x3", (stride, channels) -> new AveragePool2d(Window.of(3, stride))));
    for (int size : new int[] {3, 5, 7}) {
      list.add(
          CellOperation.of(
              "max-%dx%d".formatted(size, size),
              (stride, channels) -> new MaxPool2d(Window.of(size, stride))));
    }
    list.add(CellOperation.of("dil-3x3", CellOperations::dilated));
    list.add(dilatedSeparable("dil-sep-3x3", 3));
    list.add(dilatedSeparable("dil-sep-5x5", 5));
    return list;
  }

  private static LayerSpec identity(int stride, int channels) {
    return stride == 1 ? new PassThrough() : chain("identity/" + stride, conv(channels, 1, stride));
  }

  private static CellOperation convolution(String name, int size) {
    return CellOperation.of(name, (stride, channels) -> chain(name, conv(channels, size, stride)));
  }

  /** A stride of the second convolution alone gives what one of both directions in turn would. */
  private static CellOperation factorised(String name, int size) {
    return CellOperation.of(
        name,
        (stride, channels) ->
            OperationChain.of(
                name,
                new Activate(Activation.RELU),
                conv(channels, new Window(1, size, 1, Padding.SAME)),
                BatchNorm.standard(),
                new Activate(Activation.RELU),
                conv(channels, new Window(size, 1, stride, Padding.SAME)),
                BatchNorm.standard()));
  }

  private static LayerSpec dilated(int stride, int channels) {
    Conv2d conv = conv(channels, 3, 1).dilated(DILATION);
    return stride == 1 ? chain("dil-3x3", conv) : chain("dil-3x3", conv, new Subsample(stride, 0));
  }

  private static CellOperation dilatedSeparable(String name, int size) {
    return CellOperation.of(
        name,
        (stride, channels) -> {
          LayerSpec depthwise = DepthwiseConv2d.of(Window.of(size)).dilated(DILATION);
          LayerSpec pointwise = conv(channels, 1, 1);
          return stride == 1
              ? chain(name, depthwise, pointwise)
              : chain(name, depthwise, new Subsample(stride, 0), pointwise);
        });
  }

  /** Returns ReLU, layers and batch normalisation. */
  static OperationChain chain(String label, LayerSpec... inner) {
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(new Activate(Activation.RELU));
    layers.addAll(List.of(inner));
    layers.add(BatchNorm.standard());
    return new OperationChain(label, layers);
  }

  static Conv2d conv(int channels, int size, int stride) {
    return conv(channels, Window.of(size, stride));
  }

  private static Conv2d conv(int channels, Window window) {
    return Conv2d.of(channels, window).withoutBias();
  }

  /**
   * Returns these operations and one more.
   *
   * @throws IllegalArgumentException if there is an operation or a set of this name
   */
  public CellOperations with(CellOperation operation) {
    if (operations.containsKey(operation.name()) || sets.containsKey(operation.name())) {
      throw new IllegalArgumentException(
          "name (%s) is that of another operation or set.".formatted(operation.name()));
    }
    Map<String, CellOperation> more = new LinkedHashMap<>(operations);
    more.put(operation.name(), operation);
    return new CellOperations(more, sets);
  }

  /**
   * Returns operations by name.
   *
   * @param names names of operations and of sets
   * @return the operations and those of the sets, each once, in this order
   * @throws InvalidSettingException if a name is unknown, or no operation reads its input
   */
  public List<CellOperation> select(List<String> names) {
    Set<CellOperation> selected = new LinkedHashSet<>();
    for (String name : names) {
      for (String member : sets.getOrDefault(name, List.of(name))) {
        selected.add(operation(member));
      }
    }
    if (selected.stream().noneMatch(CellOperation::reads)) {
      throw new InvalidSettingException(
          "operations",
          "operations (%s) must hold at least one that reads its input.".formatted(names));
    }
    return List.copyOf(selected);
  }

  private CellOperation operation(String name) {
    CellOperation operation = operations.get(name);
    if (operation == null) {
      throw new InvalidSettingException(
          "operations",
          "operations (%s) must be of the operations %s or the sets %s."
              .formatted(
                  name,
                  String.join(", ", operations.keySet()),
                  String.join(", ", sets.keySet().stream().sorted().toList())));
    }
    return operation;
  }
}
