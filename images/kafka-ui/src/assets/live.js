// Reads the page again every few seconds and puts the new content in place of the old, unless the reader wants it to stay.
const main = document.querySelector('main[data-refresh]');
const controls = document.querySelector('[data-live-controls]');

if (main && controls) {
  const button = Object.assign(document.createElement('button'), { type: 'button' });
  const status = Object.assign(document.createElement('span'), { className: 'lost' });
  status.setAttribute('role', 'status');
  controls.append(status, button);
  controls.hidden = false;

  let isLive = sessionStorage.getItem('live') !== 'no';
  const show = () => {
    button.setAttribute('aria-pressed', String(isLive));
    button.textContent = isLive ? 'Live' : 'Paused';
    button.title = isLive ? 'Read again every few seconds; press to stop' : 'Press to go on';
  };
  button.addEventListener('click', () => {
    isLive = !isLive;
    sessionStorage.setItem('live', isLive ? 'yes' : 'no');
    show();
  });
  show();

  const next = () => setTimeout(refresh, Number(main.dataset.refresh) * 1000);
  const refresh = async () => {
    if (isLive && !document.hidden && String(getSelection()) === '') {
      try {
        const response = await fetch(location.href, { signal: AbortSignal.timeout(20_000) });
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        replace(page.querySelector('main'));
        status.textContent = '';
      } catch {
        status.textContent = 'The page’s own server can’t be reached; trying again';
      }
    }
    next();
  };
  next();
}

/** Whoever is at a link stays there. */
function replace(fresh) {
  if (!main || !fresh) return;
  const focused = main.contains(document.activeElement)
    ? document.activeElement?.getAttribute('href')
    : undefined;
  main.replaceChildren(...fresh.childNodes);
  if (focused) main.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
