package org.espalier.nas.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLayersTest {
  private static final TensorShape IMAGE = TensorShape.of(9, 8, 6);

  @ParameterizedTest
  @CsvSource({
    "3, 1, SAME, 9, 8",
    "3, 2, SAME, 5, 4",
    "3, 1, VALID, 7, 6",
    "3, 2, VALID, 4, 3",
    "2, 3, VALID, 3, 3",
    "8, 1, VALID, 2, 1"
  })
  void sizesFollowWindowStrideAndPadding(
      int size, int stride, Padding padding, int height, int width) {
    Window window = new Window(size, size, stride, padding);
    assertThat(Conv2d.of(5, window).output(IMAGE)).isEqualTo(TensorShape.of(height, width, 5));
    assertThat(new MaxPool2d(window).output(IMAGE)).isEqualTo(TensorShape.of(height, width, 6));
  }

  @Test
  void parametersAndOperationsOfConvolutions() {
    Conv2d conv = Conv2d.of(4, Window.of(3));
    assertThat(conv.parameters(IMAGE)).isEqualTo(3 * 3 * 6 * 4 + 4);
    assertThat(conv.flops(IMAGE)).isEqualTo((2L * 3 * 3 * 6 + 1) * 9 * 8 * 4);
    assertThat(conv.grouped(2).parameters(IMAGE)).isEqualTo(3 * 3 * 3 * 4 + 4);
    assertThat(conv.withoutBias().parameters(IMAGE)).isEqualTo(3 * 3 * 6 * 4);
    assertThat(DepthwiseConv2d.of(Window.of(5, 2)).parameters(IMAGE)).isEqualTo(5 * 5 * 6);
    assertThat(DepthwiseConv2d.of(Window.of(5, 2)).flops(IMAGE)).isEqualTo(2L * 25 * 5 * 4 * 6);
    SeparableConv2d separable = SeparableConv2d.of(4, Window.of(3));
    assertThat(separable.parameters(List.of(IMAGE))).isEqualTo(3 * 3 * 6 + 6 * 4 + 4);
    StackedSeparableConv2d stacked = new StackedSeparableConv2d(4, Window.of(3, 2));
    assertThat(stacked.output(List.of(IMAGE))).isEqualTo(TensorShape.of(5, 4, 4));
    assertThat(stacked.parameters(List.of(IMAGE))).isEqualTo(9 * 6 + 6 * 4 + 8 + 9 * 4 + 4 * 4 + 8);
  }

  @Test
  void reductionsKeepAllChannels() {
    List<TensorShape> inputs = List.of(IMAGE);
    assertThat(new FactorisedReduction(7).output(inputs)).isEqualTo(TensorShape.of(5, 4, 7));
    assertThat(new FactorisedReduction(7).parameters(inputs)).isEqualTo(6 * 3 + 6 * 4 + 14);
    assertThat(new Subsample(2, 1).output(IMAGE)).isEqualTo(TensorShape.of(5, 4, 6));
    assertThat(new TakeChannels(2).output(IMAGE)).isEqualTo(TensorShape.of(9, 8, 2));
    assertThat(new Zeros(2).output(IMAGE)).isEqualTo(TensorShape.of(5, 4, 6));
    assertThat(new GlobalAveragePool().output(IMAGE)).isEqualTo(TensorShape.of(6));
    assertThat(new SqueezeExcite(2).parameters(inputs)).isEqualTo(7 * 3 + 4 * 6);
    assertThat(new SqueezeExcite(2).output(inputs)).isEqualTo(IMAGE);
  }

  @Test
  void labelsNameWhatDiffersFromTheUsual() {
    assertThat(Conv2d.of(32, Window.of(3)).label()).isEqualTo("conv(32, 3×3)");
    assertThat(
            Conv2d.of(32, new Window(1, 7, 2, Padding.VALID))
                .with(Activation.RELU)
                .withoutBias()
                .label())
        .isEqualTo("conv(32, 1×7/2 valid, no bias, relu)");
    assertThat(Conv2d.of(32, Window.of(3)).grouped(4).dilated(2).label())
        .isEqualTo("conv(32, 3×3, groups 4, dilation 2)");
    assertThat(new MaxPool2d(Window.of(2, 2)).label()).isEqualTo("max-pool(2×2/2)");
    assertThat(BatchNorm.standard().label()).isEqualTo("batch-norm");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Conv2d.of(4, Window.of(3)).output(TensorShape.of(28, 28)))
        .hasMessage("The input must be an image (height × width × channels), not 28×28.");
    assertThatThrownBy(() -> Conv2d.of(4, Window.of(3)).grouped(4).output(IMAGE))
        .hasMessage("groups (4) must divide the channels of the input (6).");
    assertThatThrownBy(() -> Conv2d.of(4, Window.of(3, 2)).dilated(2))
        .hasMessage("dilation (2) must be positive, and 1 if stride (2) is not 1.");
    assertThatThrownBy(() -> new MaxPool2d(new Window(9, 9, 1, Padding.VALID)).output(IMAGE))
        .hasMessage(
            "A window of width 9 does not fit into an image of width 8; use padding same or a"
                + " smaller window.");
    assertThatThrownBy(() -> new Multiply().output(List.of(IMAGE, TensorShape.of(5))))
        .hasMessageContaining("a value for each channel; not 9×8×6 and 5");
    assertThatThrownBy(() -> new Concat().output(List.of(IMAGE, TensorShape.of(9, 7, 6))))
        .hasMessage(
            "concat takes inputs that differ in the last dimension only, not [9×8×6, 9×7×6].");
    assertThatThrownBy(() -> new Dense(2, Activation.RELU).output(List.of(IMAGE, IMAGE)))
        .hasMessage("(2, relu) takes one input, not 2.");
  }
}
