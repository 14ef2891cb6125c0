package org.espalier.nas.data;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.data.cache.FeatureCache;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.catalogue.CatalogueDataset;
import org.espalier.nas.data.catalogue.CatalogueSettings;
import org.espalier.nas.data.csv.CsvDataset;
import org.espalier.nas.data.csv.CsvSettings;
import org.espalier.nas.data.generate.BlobsDataset;
import org.espalier.nas.data.generate.BlobsSettings;
import org.espalier.nas.data.generate.DigitImagesDataset;
import org.espalier.nas.data.generate.DigitImagesSettings;
import org.espalier.nas.data.generate.DiscsDataset;
import org.espalier.nas.data.generate.DiscsSettings;
import org.espalier.nas.data.generate.FriedmanDataset;
import org.espalier.nas.data.generate.FriedmanSettings;
import org.espalier.nas.data.generate.InformativeDataset;
import org.espalier.nas.data.generate.InformativeSettings;
import org.espalier.nas.data.generate.MoonsDataset;
import org.espalier.nas.data.generate.MoonsSettings;
import org.espalier.nas.data.generate.RandomLabelsDataset;
import org.espalier.nas.data.generate.RandomLabelsSettings;
import org.espalier.nas.data.generate.SpiralsDataset;
import org.espalier.nas.data.generate.SpiralsSettings;
import org.espalier.nas.data.generate.XorDataset;
import org.espalier.nas.data.generate.XorSettings;
import org.espalier.nas.data.imagefile.CifarDataset;
import org.espalier.nas.data.imagefile.CifarSettings;
import org.espalier.nas.data.imagefile.ImageFolderDataset;
import org.espalier.nas.data.imagefile.ImageFolderSettings;
import org.espalier.nas.data.imagefile.NumpyDataset;
import org.espalier.nas.data.imagefile.NumpySettings;

/** Registers the data sets: files, the catalogue, generators. */
public final class DataPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.service(PreparedDataCache.class, PreparedDataCache.class);
    registry.service(FeatureCache.class, FeatureCache.class);
    registry.component(ComponentKind.DATASET, "csv", CsvDataset.class, CsvSettings.class);
    registry.component(
        ComponentKind.DATASET, "catalogue", CatalogueDataset.class, CatalogueSettings.class);
    registry.component(ComponentKind.DATASET, "cifar", CifarDataset.class, CifarSettings.class);
    registry.component(
        ComponentKind.DATASET, "image-folder", ImageFolderDataset.class, ImageFolderSettings.class);
    registry.component(ComponentKind.DATASET, "numpy", NumpyDataset.class, NumpySettings.class);
    registry.component(ComponentKind.DATASET, "moons", MoonsDataset.class, MoonsSettings.class);
    registry.component(
        ComponentKind.DATASET, "spirals", SpiralsDataset.class, SpiralsSettings.class);
    registry.component(ComponentKind.DATASET, "blobs", BlobsDataset.class, BlobsSettings.class);
    registry.component(ComponentKind.DATASET, "xor", XorDataset.class, XorSettings.class);
    registry.component(
        ComponentKind.DATASET, "informative", InformativeDataset.class, InformativeSettings.class);
    registry.component(
        ComponentKind.DATASET,
        "random-labels",
        RandomLabelsDataset.class,
        RandomLabelsSettings.class);
    registry.component(ComponentKind.DATASET, "discs", DiscsDataset.class, DiscsSettings.class);
    registry.component(
        ComponentKind.DATASET, "friedman", FriedmanDataset.class, FriedmanSettings.class);
    registry.component(
        ComponentKind.DATASET, "digit-images", DigitImagesDataset.class, DigitImagesSettings.class);
  }
}
