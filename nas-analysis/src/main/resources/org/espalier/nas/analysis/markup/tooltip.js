// The tooltip: texts of elements with data-tip, and of charts whose scripts call tip.show.
const tip = (() => {
  'use strict';
  const box = document.getElementById('tip');
  const hide = () => { box.hidden = true; };
  const show = (text, x, y) => {
    box.textContent = text;
    box.hidden = false;
    const size = box.getBoundingClientRect();
    const left = x + 18 + size.width > innerWidth ? x - 18 - size.width : x + 18;
    const top = y - size.height - 12 < 4 ? y + 18 : y - size.height - 12;
    box.style.left = Math.min(Math.max(4, left), Math.max(4, innerWidth - size.width - 4)) + 'px';
    box.style.top = Math.min(top, Math.max(4, innerHeight - size.height - 4)) + 'px';
  };
  const named = (event) => {
    const target = event.target.closest('[data-tip]');
    if (target) {
      show(target.dataset.tip, event.clientX, event.clientY);
    } else if (!event.target.closest('svg[data-frame]')) {
      hide();
    }
  };
  document.addEventListener('pointerover', named);
  document.addEventListener('pointerdown', named);
  addEventListener('scroll', hide, { passive: true });
  return { show, hide };
})();
