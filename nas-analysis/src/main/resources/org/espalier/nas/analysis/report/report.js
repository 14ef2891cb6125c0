(() => {
  'use strict';
  const tips = JSON.parse(document.getElementById('tips').textContent);
  const box = document.getElementById('tip');
  const svgName = 'http://www.w3.org/2000/svg';

  const hide = () => {
    box.hidden = true;
    document.querySelectorAll('.pointed').forEach((mark) => mark.remove());
  };

  const show = (text, x, y) => {
    box.textContent = text;
    box.hidden = false;
    const size = box.getBoundingClientRect();
    const left = x + 16 + size.width > innerWidth ? x - 16 - size.width : x + 16;
    const top = y - size.height - 12 < 4 ? y + 18 : y - size.height - 12;
    box.style.left = Math.min(Math.max(4, left), Math.max(4, innerWidth - size.width - 4)) + 'px';
    box.style.top = top + 'px';
  };

  const chart = (svg) => {
    const points = tips[svg.dataset.chart] || [];
    if (points.length === 0) {
      return;
    }
    const [left, right, top, bottom, x0, x1, y0, y1] = svg.dataset.frame.split(' ').map(Number);
    const places = points.map(([x, y]) => [
      left + (right - left) * (x - x0) / (x1 - x0),
      bottom - (bottom - top) * (y - y0) / (y1 - y0),
    ]);
    const byColumn = svg.dataset.pointing === 'column';
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
      show(points[index][2], area.left + x * scale, area.top + y * scale);
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
    // A finger leaves as soon as it is lifted; what it pointed at stays.
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
  const named = (event) => {
    const target = event.target.closest('[data-tip]');
    if (target) {
      show(target.dataset.tip, event.clientX, event.clientY);
    } else if (!event.target.closest('svg[data-chart]')) {
      hide();
    }
  };
  document.addEventListener('pointerover', named);
  document.addEventListener('pointerdown', named);
  addEventListener('scroll', hide, { passive: true });
})();
