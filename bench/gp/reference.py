"""Writes what scikit-learn and plain NumPy say of Gaussian processes, for GaussianProcessReferenceTest.

    pip install numpy scikit-learn
    python bench/gp/reference.py > nas-controllers/src/test/resources/org/espalier/nas/controller/bayesian/gp/reference.txt

Each line is a name and numbers; a case begins with the line "case". "nan" is a decision that was not asked.
"""

import math

import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern


def put(name, values):
    print(name, *(repr(float(value)) for value in np.ravel(values)))


def by_scikit_learn(x, y, z, scales, signal, noise, mean):
    kernel = ConstantKernel(signal) * Matern(length_scale=scales, nu=2.5)
    process = GaussianProcessRegressor(kernel, alpha=noise, optimizer=None).fit(x, y - mean)
    prediction, deviation = process.predict(z, return_std=True)
    return prediction + mean, deviation, process.log_marginal_likelihood(process.kernel_.theta)


def squared(axis, one, other, unordered):
    """The documented distance, written anew: unordered options, and decisions that were not asked."""
    one_asked, other_asked = not math.isnan(one), not math.isnan(other)
    if not one_asked and not other_asked:
        return 0.0
    if axis in unordered:
        return 0.0 if one_asked and other_asked and one == other else 1.0
    if one_asked and other_asked:
        return (one - other) ** 2
    return ((one if one_asked else other) - 0.5) ** 2 + 0.75


def by_numpy(x, y, z, scales, signal, noise, mean, unordered):
    def kernel(left, right):
        distances = np.array([[sum(squared(axis, a[axis], b[axis], unordered) / scales[axis] ** 2
                                   for axis in range(len(scales))) for b in right] for a in left])
        r = np.sqrt(5 * distances)
        return signal * (1 + r + r**2 / 3) * np.exp(-r)

    covariance = kernel(x, x) + noise * np.eye(len(x))
    inverse = np.linalg.inv(covariance)
    cross = kernel(z, x)
    prediction = mean + cross @ inverse @ (y - mean)
    variance = signal - np.einsum("ij,jk,ik->i", cross, inverse, cross)
    likelihood = (-0.5 * (y - mean) @ inverse @ (y - mean) - 0.5 * np.linalg.slogdet(covariance)[1]
                  - 0.5 * len(x) * math.log(2 * math.pi))
    return prediction, np.sqrt(variance), likelihood


def case(x, y, z, scales, signal, noise, mean, unordered, answers):
    prediction, deviation, likelihood = answers
    print("case")
    put("unordered", [axis in unordered for axis in range(len(scales))])
    put("scales", scales)
    put("others", [signal, noise, mean])
    for point in x:
        put("point", point)
    put("targets", y)
    for point in z:
        put("query", point)
    put("means", prediction)
    put("deviations", deviation)
    put("likelihood", [likelihood])


def main():
    random = np.random.default_rng(4)
    for dimensions, count, scales, signal, noise, mean in (
        (1, 5, [0.3], 1.0, 1e-4, 0.0),
        (3, 20, [0.2, 1.5, 0.7], 2.3, 1e-2, -0.4),
        (6, 40, [0.5, 0.6, 3.0, 10.0, 0.9, 1.1], 0.7, 1e-6, 0.2),
    ):
        x = random.random((count, dimensions))
        y = np.sin(5 * x[:, 0]) + x.sum(axis=1) - 1
        z = random.random((6, dimensions))
        answers = by_scikit_learn(x, y, z, scales, signal, noise, mean)
        again = by_numpy(x, y, z, scales, signal, noise, mean, set())
        assert all(np.allclose(a, b, rtol=1e-7, atol=1e-7) for a, b in zip(answers, again))
        case(x, y, z, scales, signal, noise, mean, set(), answers)

    x = np.column_stack([random.random(15), random.integers(0, 3, 15), random.random(15)])
    x[x[:, 1] == 0, 2] = math.nan
    z = np.array([[0.2, 0, math.nan], [0.9, 1, 0.4], [0.5, 2, 0.1], [0.1, 2, math.nan]])
    y = x[:, 0] + 0.5 * x[:, 1] + np.nan_to_num(x[:, 2]) ** 2
    settings = ([0.4, 1.2, 0.8], 1.4, 1e-3, 0.3)
    case(x, y, z, *settings, {1}, by_numpy(x, y, z, *settings, {1}))


main()
