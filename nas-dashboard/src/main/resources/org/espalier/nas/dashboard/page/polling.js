const PAUSE = 5000;

// Calls work() every few seconds while the page is seen, until close() is called. Work that fails is tried again.
export function polling(work, pause = PAUSE) {
  let timer = null;
  let closed = false;
  const again = () => { if (!closed) timer = setTimeout(run, pause); };
  const run = async () => {
    if (!document.hidden) await work().catch(() => {});
    again();
  };
  again();
  return { close() { closed = true; clearTimeout(timer); } };
}
