const PAUSE = 5000;

const status = document.getElementById("live");

function say(connected) {
  const text = connected ? "live" : "not connected";
  if (status.textContent !== text) status.textContent = text;
  status.className = connected ? "on" : "off";
}

// Calls work() every few seconds while the page is seen, until close() is called. Work that fails is tried again.
export function polling(work, pause = PAUSE) {
  let timer = null;
  let closed = false;
  const again = () => {
    if (!closed) timer = setTimeout(run, pause);
  };
  const run = async () => {
    if (!document.hidden) {
      const connected = await work().then(
        () => true,
        () => false,
      );
      if (!closed) say(connected);
    }
    again();
  };
  say(true);
  again();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      status.textContent = "";
      status.className = "";
    },
  };
}
