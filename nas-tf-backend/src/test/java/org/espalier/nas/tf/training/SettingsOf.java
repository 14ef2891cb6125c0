package org.espalier.nas.tf.training;

import java.util.List;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.tf.augmentation.Augmentation;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.loss.LossType;
import org.espalier.nas.tf.metric.Metric;

/** Settings for tests, with individual changes. */
public final class SettingsOf {
  private OptimizerSettings optimizer = new Adam(0.01);
  private LossType loss = LossType.AUTO;
  private double l2;
  private double dropout;
  private ClassWeighting classWeights = ClassWeighting.none();
  private boolean shuffle = true;
  private EarlyStopping earlyStopping;
  private double dataFraction = 1;
  private String keepBest;
  private List<Metric> metrics = List.of();
  private boolean measureTest;
  private double labelSmoothing;
  private double auxiliaryWeight = 0.4;
  private Augmentation augmentation = Augmentation.none();
  private Sharing.Mode sharing = Sharing.Mode.NONE;
  private Integer memoryLimitMiB;
  private String device = "cpu";

  private SettingsOf() {}

  /** Returns the usual settings. */
  public static SettingsOf defaults() {
    return new SettingsOf();
  }

  SettingsOf optimizer(OptimizerSettings settings) {
    this.optimizer = settings;
    return this;
  }

  SettingsOf dataFraction(double share) {
    this.dataFraction = share;
    return this;
  }

  SettingsOf l2(double strength) {
    this.l2 = strength;
    return this;
  }

  SettingsOf loss(LossType type) {
    this.loss = type;
    return this;
  }

  SettingsOf dropout(double rate) {
    this.dropout = rate;
    return this;
  }

  SettingsOf classWeights(ClassWeighting weights) {
    this.classWeights = weights;
    return this;
  }

  SettingsOf inOrder() {
    this.shuffle = false;
    return this;
  }

  SettingsOf earlyStopping(String metric, int patience) {
    this.earlyStopping = new EarlyStopping(metric, patience, 0);
    return this;
  }

  SettingsOf keepBest(String metric) {
    this.keepBest = metric;
    return this;
  }

  SettingsOf metrics(Metric... wanted) {
    this.metrics = List.of(wanted);
    return this;
  }

  SettingsOf measureTest() {
    this.measureTest = true;
    return this;
  }

  SettingsOf sharing() {
    return sharing(Sharing.Mode.BIGRAM);
  }

  SettingsOf sharing(Sharing.Mode mode) {
    this.sharing = mode;
    return this;
  }

  SettingsOf memoryLimit(int mebibytes) {
    this.memoryLimitMiB = mebibytes;
    return this;
  }

  SettingsOf labelSmoothing(double smoothing) {
    this.labelSmoothing = smoothing;
    return this;
  }

  SettingsOf auxiliaryWeight(double weight) {
    this.auxiliaryWeight = weight;
    return this;
  }

  /** Replaces the augmentation. */
  public SettingsOf augmentation(Augmentation changes) {
    this.augmentation = changes;
    return this;
  }

  SettingsOf device(String label) {
    this.device = label;
    return this;
  }

  /** Returns the settings. */
  public TrainingSettings settings() {
    return new TrainingSettings(
        10,
        dataFraction,
        32,
        optimizer,
        loss,
        labelSmoothing,
        auxiliaryWeight,
        augmentation,
        Initializer.GLOROT_UNIFORM,
        l2,
        dropout,
        classWeights,
        shuffle,
        earlyStopping,
        keepBest,
        metrics,
        measureTest,
        new Sharing(sharing),
        memoryLimitMiB,
        device);
  }
}
