package org.espalier.nas.tf.optimizer;

import org.espalier.nas.api.training.Adadelta;
import org.espalier.nas.api.training.Adagrad;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Adamax;
import org.espalier.nas.api.training.Adamw;
import org.espalier.nas.api.training.Ftrl;
import org.espalier.nas.api.training.Nadam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.api.training.Sgd;

/**
 * Reference implementations of the optimizers, for one number, in double precision and directly
 * from the formulas.
 */
final class Reference {
  private final OptimizerSettings settings;
  private double w;
  private double a;
  private double b;
  private double product = 1;
  private int t;

  Reference(OptimizerSettings settings, double weight) {
    this.settings = settings;
    w = weight;
    if (settings instanceof Adagrad adagrad) {
      a = adagrad.initialAccumulator();
    } else if (settings instanceof Ftrl ftrl) {
      a = ftrl.initialAccumulator();
    }
  }

  double step(double g) {
    double eta = settings.learningRate() * settings.schedule().factor(t);
    t++;
    if (settings instanceof Sgd s) {
      a = s.momentum() * a - eta * g;
      w += s.nesterov() ? s.momentum() * a - eta * g : a;
    } else if (settings instanceof Adam s) {
      w -= adam(s, g, eta);
    } else if (settings instanceof Adamw s) {
      Adam adam =
          new Adam(s.learningRate(), s.schedule(), s.beta1(), s.beta2(), s.epsilon(), s.clipNorm());
      w -= eta * s.weightDecay() * w + adam(adam, g, eta);
    } else if (settings instanceof Nadam s) {
      w -= nadam(s, g, eta);
    } else if (settings instanceof Adamax s) {
      a = s.beta1() * a + (1 - s.beta1()) * g;
      b = Math.max(s.beta2() * b, Math.abs(g));
      w -= eta / (1 - Math.pow(s.beta1(), t)) * a / (b + s.epsilon());
    } else if (settings instanceof Rmsprop s) {
      a = s.rho() * a + (1 - s.rho()) * g * g;
      b = s.momentum() * b + eta * g / Math.sqrt(a + s.epsilon());
      w -= b;
    } else if (settings instanceof Adagrad s) {
      a += g * g;
      w -= eta * g / (Math.sqrt(a) + s.epsilon());
    } else if (settings instanceof Adadelta s) {
      a = s.rho() * a + (1 - s.rho()) * g * g;
      double update = g * Math.sqrt((b + s.epsilon()) / (a + s.epsilon()));
      b = s.rho() * b + (1 - s.rho()) * update * update;
      w -= eta * update;
    } else {
      ftrl((Ftrl) settings, g, eta);
    }
    return w;
  }

  private double adam(Adam s, double g, double eta) {
    a = s.beta1() * a + (1 - s.beta1()) * g;
    b = s.beta2() * b + (1 - s.beta2()) * g * g;
    // Kingma & Ba, end of section 2: the order of the corrections puts ε beside the raw √v.
    double alpha = eta * Math.sqrt(1 - Math.pow(s.beta2(), t)) / (1 - Math.pow(s.beta1(), t));
    return alpha * a / (Math.sqrt(b) + s.epsilon());
  }

  private double nadam(Nadam s, double g, double eta) {
    double mu = s.beta1() * (1 - 0.5 * Math.pow(0.96, t));
    double nextMu = s.beta1() * (1 - 0.5 * Math.pow(0.96, t + 1));
    product *= mu;
    a = s.beta1() * a + (1 - s.beta1()) * g;
    b = s.beta2() * b + (1 - s.beta2()) * g * g;
    double m = nextMu * a / (1 - product * nextMu) + (1 - mu) * g / (1 - product);
    double v = b / (1 - Math.pow(s.beta2(), t));
    return eta * m / (Math.sqrt(v) + s.epsilon());
  }

  private void ftrl(Ftrl s, double g, double eta) {
    double grown = a + g * g;
    b += g - (Math.sqrt(grown) - Math.sqrt(a)) / eta * w;
    a = grown;
    double clipped = Math.max(-s.l1(), Math.min(s.l1(), b));
    w = (clipped - b) / (Math.sqrt(a) / eta + 2 * s.l2());
  }
}
