package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.nio.file.Path;
import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.jspecify.annotations.Nullable;

/**
 * A trained network that computes the features of images. It is not trained further; the search
 * sees its output in place of the images.
 *
 * @param savedModel the folder of the network, relative to the experiment file
 * @param output the name of an output of the network's signature, or of a tensor within the
 *     network; null for the only output
 * @param preprocess the scale of pixels that the network expects
 * @param globalPool true to use the mean over height and width of each channel of the output
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record BackboneSettings(
    @Description("Folder of a SavedModel.") @Example("resnet50") Path savedModel,
    @Nullable
        @Description("Output of the signature, or tensor in the network; absent: the only output.")
        String output,
    @Default("none")
        @Description(
            "Scale of pixels that the network expects: none (0 to 255), unit, signed, caffe, torch.")
        PixelScale preprocess,
    @Default("false") @Description("Use the mean over height and width of each channel.")
        boolean globalPool) {

  /** Checks that nothing required is absent. */
  public BackboneSettings {
    Objects.requireNonNull(savedModel);
    Objects.requireNonNull(preprocess);
  }
}
