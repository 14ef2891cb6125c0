// Charts: the tooltip of the point nearest to the pointer, or chosen by arrow keys.
(() => {
  'use strict';
  const tooltips = JSON.parse(document.getElementById('tooltips').textContent);
  const svgName = 'http://www.w3.org/2000/svg';

  const hide = () => {
    tip.hide();
    document.querySelectorAll('.pointed').forEach((mark) => mark.remove());
  };

  const chart = (svg) => {
    const points = tooltips[svg.dataset.chart] || [];
    if (points.length === 0) {
      return;
    }
    const [left, right, top, bottom] = svg.dataset.frame.split(' ').map(Number);
    // Positions are relative to the axes.
    const places = points.map(([x, y]) => [left + (right - left) * x, bottom - (bottom - top) * y]);
    const byColumn = svg.dataset.hover === 'column';
    let current = -1;

    const point = (index) => {
      hide();
      current = index;
      const [x, y] = places[index];
      const mark = document.createElementNS(svgName, 'circle');
      mark.setAttribute('class', 'pointed');
      mark.setAttribute('cx', x);
      mark.setAttribute('cy', y);
      mark.setAttribute('r', 6);
      svg.append(mark);
      const area = svg.getBoundingClientRect();
      const scale = area.width / svg.viewBox.baseVal.width;
      tip.show(points[index][2], area.left + x * scale, area.top + y * scale);
    };

    const nearest = (event) => {
      const area = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / area.width;
      const x = (event.clientX - area.left) * scale;
      const y = (event.clientY - area.top) * scale;
      let best = 0;
      let least = Infinity;
      places.forEach(([px, py], index) => {
        const distance = byColumn ? Math.abs(px - x) : (px - x) ** 2 + (py - y) ** 2;
        if (distance < least) {
          least = distance;
          best = index;
        }
      });
      return best;
    };

    svg.addEventListener('pointermove', (event) => point(nearest(event)));
    svg.addEventListener('pointerdown', (event) => point(nearest(event)));
    // A finger leaves when it is lifted; its tooltip stays.
    svg.addEventListener('pointerleave', (event) => event.pointerType !== 'touch' && hide());
    svg.addEventListener('blur', hide);
    svg.setAttribute('tabindex', '0');
    svg.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === 'Escape') {
        hide();
      } else if (step) {
        event.preventDefault();
        const start = current < 0 && step < 0 ? 0 : current;
        point((start + step + points.length) % points.length);
      }
    });
  };

  document.querySelectorAll('svg[data-chart]').forEach(chart);
  addEventListener('scroll', hide, { passive: true });
})();
