// Curves: values where they are pointed at, zoom, and arms that can be hidden.
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('curve-data').textContent);
  data.problems.forEach(({ costs, curves }) => curves.forEach((curve) => { curve.cost = costs[curve.costs]; }));
  const { fixed, linearTicks, logTicks } = scales;
  const hidden = new Set();
  const charts = [];
  document.documentElement.classList.add('scripted');

  const make = (parent, name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text || '';
    parent.append(element);
    return element;
  };

  const chart = (svg) => {
    const problem = data.problems[Number(svg.dataset.problem)];
    const regret = svg.dataset.scale === 'regret';
    const letters = Number(svg.dataset.fontSize);
    const [left, right, top, bottom, hx0, hx1, hy0, hy1] = svg.dataset.frame.split(' ').map(Number);
    const plot = svg.querySelector('.plot');
    const ticks = svg.querySelector('[data-role="ticks"]');
    let view = [hx0, hx1, hy0, hy1];
    let cross = null;
    let brush = null;

    const score = (value) => (regret ? problem.optimum - value : value);
    const along = (value) => {
      const shown = score(value);
      return regret ? (shown > 0 ? Math.log10(shown) : hy0 - 1) : shown;
    };
    const toX = (value) => left + (right - left) * (value - view[0]) / (view[1] - view[0]);
    const toY = (value) => bottom - (bottom - top) * (value - view[2]) / (view[3] - view[2]);
    const curves = problem.curves.filter((curve) => curve.cost.length > 0);
    const shown = () => curves.filter((curve) => !hidden.has(curve.arm));
    const indexAt = (curve, cost) => {
      let index = -1;
      while (index + 1 < curve.cost.length && curve.cost[index + 1] <= cost + 1e-9) {
        index++;
      }
      return index;
    };

    const drawTicks = () => {
      ticks.replaceChildren();
      const text = (x, y, label, anchor) => make(ticks, 'text',
        { x, y, 'text-anchor': anchor, 'font-size': letters, fill: 'var(--color-muted)' }, label);
      const most = Math.max(2, Math.floor((bottom - top + 60) / 46));
      (regret ? logTicks : linearTicks)(view[2], view[3], most, problem.factor).forEach(([value, label]) => {
        const y = toY(value);
        make(ticks, 'path', { d: `M${left} ${y}H${right}`, stroke: 'var(--color-grid)' });
        text(left - 7, y + letters / 3, label, 'end');
      });
      linearTicks(view[0], view[1], Math.max(2, Math.min(10, Math.floor((right - left) / 60))), 1).forEach(([value, label]) => {
        const x = toX(value);
        make(ticks, 'path', { d: `M${x} ${bottom}v4`, stroke: 'var(--color-muted)' });
        text(x, bottom + 18, label, 'middle');
      });
    };

    const placeNames = () => {
      const names = shown().map((curve) => {
        const index = indexAt(curve, view[1]);
        const y = index < 0 ? bottom : toY(along(curve.mean[index]));
        return { curve, end: Math.min(bottom, Math.max(top, y)), y: 0 };
      }).sort((a, b) => a.end - b.end);
      const apart = Math.min(letters + 3, (bottom - top) / Math.max(1, names.length - 1));
      // As EndLabels: names that would overlap form clusters around where they want to stand.
      const clusters = [];
      names.forEach((name) => {
        let cluster = { size: 1, middle: name.end };
        while (clusters.length > 0) {
          const before = clusters[clusters.length - 1];
          if (before.middle + (before.size + 1) * apart / 2 <= cluster.middle - (cluster.size - 1) * apart / 2) {
            break;
          }
          clusters.pop();
          const size = before.size + cluster.size;
          const half = (size - 1) * apart / 2;
          const between = (before.middle * before.size + cluster.middle * cluster.size) / size;
          cluster = { size, middle: Math.max(top + half, Math.min(bottom - half, between)) };
        }
        clusters.push(cluster);
      });
      let placed = 0;
      clusters.forEach(({ size, middle }) => {
        for (let i = 0; i < size; i++) {
          names[placed++].y = middle + (i - (size - 1) / 2) * apart;
        }
      });
      names.forEach(({ curve, end, y }) => {
        const group = svg.querySelector(`[data-role="name"][data-arm="${curve.arm}"]`);
        group.querySelector('path').setAttribute('d', `M${right} ${end}L${right + 18} ${y}H${right + 34}`);
        group.querySelector('text').setAttribute('y', y + letters / 3);
      });
    };

    const draw = () => {
      const scaleX = (right - left) / (hx1 - hx0);
      const scaleY = (bottom - top) / (hy1 - hy0);
      plot.setAttribute('viewBox', [left + (view[0] - hx0) * scaleX, top + (hy1 - view[3]) * scaleY,
        (view[1] - view[0]) * scaleX, (view[3] - view[2]) * scaleY].join(' '));
      drawTicks();
      placeNames();
      clear();
    };

    const fit = () => {
      let low = Infinity;
      let high = -Infinity;
      shown().forEach((curve) => {
        const first = Math.max(0, indexAt(curve, view[0]));
        const last = indexAt(curve, view[1]);
        for (let i = first; i <= last; i++) {
          const ends = regret ? [along(curve.mean[i])] : [curve.low[i], curve.high[i]];
          ends.filter((end) => end !== null && (!regret || end > hy0 - 1)).forEach((end) => {
            low = Math.min(low, end);
            high = Math.max(high, end);
          });
        }
      });
      if (low <= high) {
        const room = Math.max((high - low) * 0.06, (hy1 - hy0) * 1e-4);
        view = [view[0], view[1], low - room, high + room];
      }
      draw();
    };

    const whole = () => { view = [hx0, hx1, hy0, hy1]; draw(); };

    const zoom = (factor) => {
      const width = Math.min(hx1 - hx0, Math.max((hx1 - hx0) / 200, (view[1] - view[0]) * factor));
      if (width >= (hx1 - hx0) * 0.999) {
        whole();
        return;
      }
      const centre = cross === null ? view[1] : cross;
      const start = Math.min(hx1 - width, Math.max(hx0, centre - width / 2));
      view = [start, start + width, view[2], view[3]];
      fit();
    };

    const clear = () => {
      svg.querySelectorAll('.cross, .brush').forEach((mark) => mark.remove());
      tip.hide();
    };

    const point = (cost) => {
      clear();
      cross = Math.min(view[1], Math.max(view[0], cost));
      const x = toX(cross);
      make(svg, 'path', { class: 'cross', d: `M${x} ${top}V${bottom}` });
      const decimals = problem.decimals + (regret ? 1 : 0);
      const number = (value) => fixed(score(value) * problem.factor, decimals);
      const lines = shown().map((curve) => ({ curve, index: indexAt(curve, cross) }))
        .filter(({ index }) => index >= 0)
        .sort((a, b) => b.curve.mean[b.index] - a.curve.mean[a.index])
        .map(({ curve, index }) => {
          const ends = curve.low[index] === null ? '' : ' (' + (regret
            ? number(curve.high[index]) + ' to ' + number(curve.low[index])
            : number(curve.low[index]) + ' to ' + number(curve.high[index])) + ')';
          return data.arms[curve.arm] + ': ' + number(curve.mean[index]) + (regret ? '' : problem.unit) + ends;
        });
      const area = svg.getBoundingClientRect();
      const scale = area.width / svg.viewBox.baseVal.width;
      const head = (regret ? 'regret' + (problem.points && ' in' + problem.points) + ' after ' : 'after ')
        + fixed(cross, 1) + ' ' + problem.cost;
      tip.show([head, ...lines].join('\n'), area.left + x * scale, area.top + (top + bottom) / 2 * scale);
    };

    const spot = (event) => {
      const area = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / area.width;
      return [Math.min(right, Math.max(left, (event.clientX - area.left) * scale)),
        Math.min(bottom, Math.max(top, (event.clientY - area.top) * scale))];
    };
    const costAt = (x) => view[0] + (x - left) / (right - left) * (view[1] - view[0]);
    const levelAt = (y) => view[2] + (bottom - y) / (bottom - top) * (view[3] - view[2]);

    svg.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch') {
        point(costAt(spot(event)[0]));
      } else if (event.button === 0) {
        brush = spot(event);
        svg.setPointerCapture(event.pointerId);
      }
    });
    svg.addEventListener('pointermove', (event) => {
      const [x, y] = spot(event);
      if (!brush) {
        point(costAt(x));
      } else if (Math.abs(x - brush[0]) > 6) {
        clear();
        const flat = Math.abs(y - brush[1]) < 14;
        make(svg, 'rect', { class: 'brush', x: Math.min(x, brush[0]), width: Math.abs(x - brush[0]),
          y: flat ? top : Math.min(y, brush[1]), height: flat ? bottom - top : Math.abs(y - brush[1]) });
      }
    });
    svg.addEventListener('pointerup', (event) => {
      const from = brush;
      brush = null;
      if (!from) {
        return;
      }
      const [x, y] = spot(event);
      if (Math.abs(x - from[0]) <= 6) {
        clear();
        return;
      }
      const [x0, x1] = [costAt(Math.min(x, from[0])), costAt(Math.max(x, from[0]))];
      const [y0, y1] = [levelAt(Math.max(y, from[1])), levelAt(Math.min(y, from[1]))];
      cross = null;
      if (Math.abs(y - from[1]) < 14) {
        view = [x0, x1, view[2], view[3]];
        fit();
      } else {
        view = [x0, x1, y0, y1];
        draw();
      }
    });
    svg.addEventListener('pointercancel', () => { brush = null; clear(); });
    svg.addEventListener('pointerleave', (event) => { if (event.pointerType !== 'touch') { cross = null; clear(); } });
    svg.addEventListener('blur', clear);
    svg.addEventListener('dblclick', whole);
    svg.setAttribute('tabindex', '0');
    svg.addEventListener('keydown', (event) => {
      const step = (view[1] - view[0]) / 50;
      const start = cross === null ? (view[0] + view[1]) / 2 : cross;
      const action = {
        ArrowRight: () => point(start + step), ArrowLeft: () => point(start - step), Escape: clear,
        '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2), 0: whole, f: fit,
      }[event.key];
      if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        action();
      }
    });

    const tools = document.createElement('div');
    tools.className = 'tools';
    [['+', 'zoom in', () => zoom(0.5)], ['\u2212', 'zoom out', () => zoom(2)],
      ['fit', 'fit the height to the arms shown', fit], ['whole', 'show everything', whole]].forEach(([label, title, action]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.title = title;
      button.setAttribute('aria-label', title);
      button.addEventListener('click', action);
      tools.append(button);
    });
    const hint = document.createElement('span');
    hint.className = 'hint';
    hint.textContent = 'Drag to zoom, double-click for everything. Keys: arrows, +, \u2212, f, 0.';
    tools.append(hint);
    svg.parentNode.prepend(tools);
    return { placeNames };
  };

  const arms = (index) => document.querySelectorAll(`svg[data-figure="curves"] [data-arm="${index}"], svg[data-figure="cost"] [data-arm="${index}"]`);
  const update = () => {
    data.arms.forEach((name, index) => {
      arms(index).forEach((group) => group.classList.toggle('off', hidden.has(index)));
      document.querySelectorAll(`[data-legend="${index}"]`).forEach((label) => {
        label.classList.toggle('off', hidden.has(index));
        label.querySelector('input').checked = !hidden.has(index);
      });
    });
    charts.forEach((one) => one.placeNames());
  };
  const focus = (index) => {
    document.querySelectorAll('svg[data-figure="curves"], svg[data-figure="cost"]').forEach((svg) => svg.classList.toggle('focused', index !== null));
    document.querySelectorAll('.focus').forEach((group) => group.classList.remove('focus'));
    if (index !== null) {
      arms(index).forEach((group) => group.classList.add('focus'));
    }
  };

  document.querySelectorAll('svg[data-figure="curves"]').forEach((svg) => charts.push(chart(svg)));
  document.querySelectorAll('[data-legend]').forEach((label) => {
    const index = Number(label.dataset.legend);
    label.querySelector('input').addEventListener('change', (event) => {
      hidden[event.target.checked ? 'delete' : 'add'](index);
      update();
    });
    label.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && !hidden.has(index) && focus(index));
    label.addEventListener('pointerleave', () => focus(null));
  });
  document.querySelectorAll('[data-show]').forEach((button) => button.addEventListener('click', () => {
    hidden.clear();
    if (button.dataset.show === 'none') {
      data.arms.forEach((name, index) => hidden.add(index));
    }
    update();
  }));
})();
