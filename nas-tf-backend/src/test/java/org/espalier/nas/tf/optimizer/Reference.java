package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.OptimizerSettings;

/** The optimizers once more, for one number, in double precision and straight from the formulas. */
final class Reference {
  private final OptimizerSettings s;
  private double w;
  private double a;
  private double b;
  private double product = 1;
  private int t;

  Reference(OptimizerSettings settings, double weight) {
    s = settings;
    w = weight;
    boolean accumulates =
        s.type() == OptimizerSettings.Type.ADAGRAD || s.type() == OptimizerSettings.Type.FTRL;
    a = accumulates ? s.initialAccumulator() : 0;
  }

  double step(double g) {
    double eta = s.learningRate() * s.schedule().factor(t);
    t++;
    switch (s.type()) {
      case SGD -> {
        a = s.momentum() * a - eta * g;
        w += s.nesterov() ? s.momentum() * a - eta * g : a;
      }
      case ADAM -> w -= adam(g, eta);
      case ADAMW -> w -= eta * s.weightDecay() * w + adam(g, eta);
      case NADAM -> w -= nadam(g, eta);
      case ADAMAX -> {
        a = s.beta1() * a + (1 - s.beta1()) * g;
        b = Math.max(s.beta2() * b, Math.abs(g));
        w -= eta / (1 - Math.pow(s.beta1(), t)) * a / (b + s.epsilon());
      }
      case RMSPROP -> {
        a = s.rho() * a + (1 - s.rho()) * g * g;
        b = s.momentum() * b + eta * g / Math.sqrt(a + s.epsilon());
        w -= b;
      }
      case ADAGRAD -> {
        a += g * g;
        w -= eta * g / (Math.sqrt(a) + s.epsilon());
      }
      case ADADELTA -> {
        a = s.rho() * a + (1 - s.rho()) * g * g;
        double update = g * Math.sqrt((b + s.epsilon()) / (a + s.epsilon()));
        b = s.rho() * b + (1 - s.rho()) * update * update;
        w -= eta * update;
      }
      case FTRL -> ftrl(g, eta);
    }
    return w;
  }

  private double adam(double g, double eta) {
    a = s.beta1() * a + (1 - s.beta1()) * g;
    b = s.beta2() * b + (1 - s.beta2()) * g * g;
    // Kingma & Ba, end of section 2: the order of the corrections puts ε beside the raw √v.
    double alpha = eta * Math.sqrt(1 - Math.pow(s.beta2(), t)) / (1 - Math.pow(s.beta1(), t));
    return alpha * a / (Math.sqrt(b) + s.epsilon());
  }

  private double nadam(double g, double eta) {
    double mu = s.beta1() * (1 - 0.5 * Math.pow(0.96, t));
    double nextMu = s.beta1() * (1 - 0.5 * Math.pow(0.96, t + 1));
    product *= mu;
    a = s.beta1() * a + (1 - s.beta1()) * g;
    b = s.beta2() * b + (1 - s.beta2()) * g * g;
    double m = nextMu * a / (1 - product * nextMu) + (1 - mu) * g / (1 - product);
    double v = b / (1 - Math.pow(s.beta2(), t));
    return eta * m / (Math.sqrt(v) + s.epsilon());
  }

  private void ftrl(double g, double eta) {
    double grown = a + g * g;
    b += g - (Math.sqrt(grown) - Math.sqrt(a)) / eta * w;
    a = grown;
    double clipped = Math.max(-s.l1(), Math.min(s.l1(), b));
    w = (clipped - b) / (Math.sqrt(a) / eta + 2 * s.l2());
  }
}
