// Ticks of axes and formats of numbers, equal to those of the page (Axis, AxisScale, NumberFormat).
const scales = (() => {
  'use strict';
  const MOST_TICKS = 100;
  const withMinus = (text) => text.replaceAll('-', '\u2212');
  const fixed = (value, decimals) => {
    const text = Math.abs(value).toFixed(Math.min(100, decimals));
    return (value < 0 && /[1-9]/.test(text) ? '\u2212' : '') + text;
  };

  const scientific = (value, step) => {
    if (Math.abs(value) < step / 2) {
      return '0';
    }
    const digits = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(step) + 1e-9);
    const [mantissa, exponent] = value.toExponential(Math.max(0, Math.min(16, digits))).split('e');
    return withMinus((mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa) + 'e' + Number(exponent));
  };

  const compact = (value) => {
    let size = value;
    let power = 0;
    while (Math.abs(size) >= 999.5 && power < 5) {
      size /= 1000;
      power++;
    }
    const decimals = power === 0 || Math.abs(size) >= 99.95 ? 0 : Math.abs(size) >= 9.995 ? 1 : 2;
    return fixed(size, decimals) + (power === 0 ? '' : '\u00a0' + 'kMGTP'[power - 1]);
  };

  const niceNumber = (size) => {
    const power = 10 ** Math.floor(Math.log10(size));
    return power * ([1, 2, 5, 10].find((factor) => size <= factor * power * (1 + 1e-12)) || 10);
  };

  const label = (value, step, largest) => {
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    if (largest >= 1e15 || decimals > 6) {
      return scientific(value, step);
    }
    return Math.abs(value) >= 1e6 && step >= largest / 1000 ? compact(value) : fixed(value, decimals);
  };

  const linearTicks = (low, high, most, factor) => {
    const step = niceNumber((high - low) / most);
    const largest = Math.max(Math.abs(low), Math.abs(high)) * factor;
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.min(first + MOST_TICKS, Math.floor(high / step + 1e-9));
    const ticks = [];
    for (let i = first; i <= last && i + 1 > i; i++) {
      ticks.push([i * step, label(i * step * factor, step * factor, largest)]);
    }
    return ticks;
  };

  const logTicks = (low, high, most, factor) => {
    if (high - low < 1) {
      return linearTicks(10 ** low, 10 ** high, most, factor).filter(([value]) => value > 0)
        .map(([value, text]) => [Math.log10(value), text]);
    }
    const shift = Math.log10(factor);
    const steps = high - low <= 2.5 ? [1, 2, 5] : [1];
    const every = Math.max(1, Math.ceil((high - low) * steps.length / most));
    const ticks = [];
    for (let decade = Math.floor(low + shift); decade <= high + shift; decade++) {
      steps.forEach((step) => {
        const place = decade + Math.log10(step) - shift;
        if (place >= low && place <= high && (steps.length > 1 || decade % every === 0)) {
          const value = step * 10 ** decade;
          ticks.push([place, decade < -4 || decade > 5 ? scientific(value, value) : fixed(value, Math.max(0, -decade))]);
        }
      });
    }
    return ticks;
  };

  return { fixed, linearTicks, logTicks };
})();
