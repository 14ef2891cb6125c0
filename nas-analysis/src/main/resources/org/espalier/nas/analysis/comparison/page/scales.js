// Ticks of axes and how numbers are written, as the page itself does it (Axis, Scale).
const scales = (() => {
  'use strict';
  const fixed = (value, decimals) => {
    const text = Math.abs(value).toFixed(decimals);
    return (value < 0 && /[1-9]/.test(text) ? '\u2212' : '') + text;
  };

  const roundStep = (size) => {
    const power = 10 ** Math.floor(Math.log10(size));
    return power * ([1, 2, 5, 10].find((factor) => size <= factor * power * (1 + 1e-12)) || 10);
  };

  const linearTicks = (low, high, most, factor) => {
    const step = roundStep((high - low) * factor / most);
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    const ticks = [];
    for (let i = Math.ceil(low * factor / step - 1e-9); i * step <= high * factor * (1 + 1e-12) + 1e-15; i++) {
      ticks.push([i * step / factor, fixed(i * step, decimals)]);
    }
    return ticks;
  };

  const logTicks = (low, high, most, factor) => {
    if (high - low < 1) {
      return linearTicks(10 ** low, 10 ** high, most, factor).filter(([value]) => value > 0)
        .map(([value, label]) => [Math.log10(value), label]);
    }
    const shift = Math.log10(factor);
    const steps = high - low <= 2.5 ? [1, 2, 5] : [1];
    const every = Math.max(1, Math.ceil((high - low) * steps.length / most));
    const ticks = [];
    for (let decade = Math.floor(low + shift); decade <= high + shift; decade++) {
      steps.forEach((step) => {
        const place = decade + Math.log10(step) - shift;
        if (place >= low && place <= high && (steps.length > 1 || decade % every === 0)) {
          const label = decade < -4 || decade > 5 ? step + 'e' + decade
            : fixed(step * 10 ** decade, Math.max(0, -decade));
          ticks.push([place, label]);
        }
      });
    }
    return ticks;
  };

  return { fixed, linearTicks, logTicks };
})();
