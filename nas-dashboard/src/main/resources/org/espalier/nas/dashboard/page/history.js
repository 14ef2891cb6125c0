const LEAST_REPEATS = 5;
const WINDOW = 20;

// Returns the points [trial, value] at which the best value so far changes.
export function bestSoFar(points, down) {
  const best = [];
  for (const [trial, value] of points) {
    const top = best.length === 0 ? undefined : best[best.length - 1][1];
    if (top === undefined || (down ? value < top : value > top)) best.push([trial, value]);
  }
  return best;
}

// Returns the pooled standard deviation of values of the same architecture at the same fidelity, with its degrees of
// freedom. Results that were taken over from an earlier trial, and trials that continue one, say nothing about noise.
export function repeatSpread(rows, value) {
  const groups = new Map();
  for (const row of rows) {
    if (row.attempts === 0 || row.continues || row.state !== "completed") continue;
    const key = row.epochs + " " + (row.dataFraction || 1) + " " + (row.choices ? row.choices.join("\u0000") : row.architecture);
    const group = groups.get(key) || groups.set(key, { count: 0, mean: 0, squares: 0 }).get(key);
    const from = value(row) - group.mean;
    group.count++;
    group.mean += from / group.count;
    group.squares += from * (value(row) - group.mean);
  }
  let squares = 0;
  let freedom = 0;
  for (const group of groups.values()) {
    squares += group.squares;
    freedom += group.count - 1;
  }
  return { freedom, deviation: freedom > 0 ? Math.sqrt(squares / freedom) : NaN };
}

function movingWindow(rows, value) {
  const points = [];
  let sum = 0;
  let squares = 0;
  const shift = rows.length > 0 ? value(rows[0]) : 0;
  rows.forEach((row, index) => {
    const added = value(row) - shift;
    sum += added;
    squares += added * added;
    if (index >= WINDOW) {
      const gone = value(rows[index - WINDOW]) - shift;
      sum -= gone;
      squares -= gone * gone;
    }
    const count = Math.min(index + 1, WINDOW);
    if (count >= LEAST_REPEATS) {
      const mean = sum / count;
      const deviation = Math.sqrt((Math.max(0, squares / count - mean * mean) * count) / (count - 1));
      points.push([row.number, shift + mean - deviation, shift + mean + deviation]);
    }
  });
  return points;
}

const sampled = points => (points.length <= 2000 ? points : points.filter((_, index) => index % Math.ceil(points.length / 2000) === 0));

// Returns the noise band {points: [trial, low, high], step, name, caption}: around the best so far by the spread of repeats, if
// there are enough, else the spread of the latest rewards, which contains differences of architectures.
export function noiseBand(rows, value, best) {
  const { freedom, deviation } = repeatSpread(rows, value);
  if (freedom >= LEAST_REPEATS && deviation > 0) {
    const last = rows[rows.length - 1].number;
    const ends = best.concat([[last, best[best.length - 1][1]]]);
    return {
      points: ends.map(([trial, top]) => [trial, top - 2 * deviation, top + 2 * deviation]),
      step: "end",
      name: "noise",
      caption:
        "Noise band: best so far ± 2 standard deviations (" +
        deviation.toPrecision(2) +
        ") of repeated trainings of the same architecture, pooled over " +
        freedom +
        " repeats. Differences within the band may be chance.",
    };
  }
  return {
    points: sampled(movingWindow(rows, value)),
    step: false,
    name: "last " + WINDOW,
    caption:
      "Band: mean ± standard deviation of the last " +
      WINDOW +
      " values. Fewer than " +
      LEAST_REPEATS +
      " repeated trainings of an architecture differ, so that the band contains differences between architectures, not noise alone.",
  };
}
