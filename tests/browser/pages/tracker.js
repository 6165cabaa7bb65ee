// A hostile but generic tracker: listens to everything, patches what it can, records with rrweb, and keeps it all.
(() => {
  const record = { events: [], mutations: [], messages: [], replay: [], shape: [] };
  window.tracked = record;
  const types = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'click', 'dblclick', 'auxclick', 'pointerdown', 'pointerup',
    'pointermove', 'mousedown', 'mouseup', 'mousemove', 'touchstart', 'touchend', 'submit', 'reset', 'invalid', 'focus', 'blur', 'focusin', 'focusout',
    'selectionchange', 'select', 'copy', 'paste', 'message', 'hashchange', 'popstate', 'storage', 'scroll', 'resize', 'beforeprint', 'securitypolicyviolation',
    'rapport-ready', 'rapport-finished', 'rapport-exit', 'rapport-breach', 'error', 'load'];
  const plain = (value) => { try { return JSON.stringify(value) ?? String(value); } catch { return String(value); } };
  const hear = (event) => {
    const target = event.target;
    record.events.push([event.type, event.key, event.data === undefined ? '' : plain(event.data), plain(event.detail), target?.tagName,
      target?.value, target?.checked, target?.textContent?.slice(0, 200), event.composedPath?.().map((one) => one.nodeName).join('>')].map(String).join('|'));
    if (event.type === 'message') record.messages.push(plain(event.data));
  };
  for (const type of types) addEventListener(type, hear, { capture: true, passive: true });

  // what a page can do to others' listeners, shadow roots and messages
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(options) {
    const root = attach.call(this, { ...options, mode: 'open' });
    new MutationObserver(watch).observe(root, everything);
    return root;
  };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function addEventListener(type, fn, options) {
    return listen.call(this, type, typeof fn === 'function' ? function heard(event) {
      record.events.push(`patched|${type}|${plain(event.data)}|${plain(event.detail)}`);
      return fn.call(this, event);
    } : fn, options);
  };
  const port = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', { ...port, set(fn) {
    port.set.call(this, function heard(event) {
      record.messages.push(`port ${plain(event.data)}`);
      return fn.call(this, event);
    });
  } });

  const everything = { subtree: true, childList: true, attributes: true, characterData: true, attributeOldValue: true };
  const watch = (list) => {
    for (const one of list) record.mutations.push([one.type, one.target.nodeName, one.attributeName,
      one.attributeName && one.target.getAttribute(one.attributeName), one.target.textContent?.slice(0, 300),
      [...one.addedNodes].map((node) => node.outerHTML ?? node.textContent).join()].join('|'));
  };
  new MutationObserver(watch).observe(document, everything);

  // what polling shows: sizes, scroll positions, history, frames and whatever of them can be read
  setInterval(() => {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => {
      let inside = 'closed';
      try { inside = frame.contentDocument ? frame.contentDocument.documentElement.outerHTML : 'closed'; } catch { /* closed */ }
      return [frame.offsetHeight, frame.offsetWidth, frame.src, frame.contentWindow?.length, inside];
    });
    const now = plain([scrollX, scrollY, document.documentElement.scrollHeight, history.length, location.href, document.title, name, frames]);
    if (record.shape.at(-1) !== now) record.shape.push(now);
  }, 15);

  if (window.rrweb) addEventListener('DOMContentLoaded', () => {
    window.rrweb.record({ emit: (event) => record.replay.push(plain(event)), recordCrossOriginIframes: true, maskAllInputs: false });
  });
})();
