// Ways out that replace or change a whole document, or open a window: each gets a page load of its own.
export const leaving = [
  ['location =', (d) => { location = d.http; }],
  ['location.href', (d) => { location.href = d.http; }],
  ['location.assign', (d) => { location.assign(d.http); }],
  ['location.replace', (d) => { location.replace(d.http); }],
  ['document.location', (d) => { document.location = d.http; }],
  ['navigation.navigate', (d) => { navigation.navigate(d.http); }],
  ['meta refresh', (d) => { const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = `0;url=${d.http}`; document.head.append(m); }],
  ['anchor', (d) => { const a = document.createElement('a'); a.href = d.http; document.body.append(a); a.click(); }],
  ['anchor to a new window', (d) => { const a = document.createElement('a'); a.href = d.http; a.target = '_blank'; document.body.append(a); a.click(); }],
  ['anchor to the top', (d) => { const a = document.createElement('a'); a.href = d.http; a.target = '_top'; document.body.append(a); a.click(); }],
  ['anchor to the parent', (d) => { const a = document.createElement('a'); a.href = d.http; a.target = '_parent'; document.body.append(a); a.click(); }],
  ['anchor with ping', (d) => { const a = document.createElement('a'); a.href = '#a'; a.ping = d.http; document.body.append(a); a.click(); }],
  ['anchor with download', (d) => { const a = document.createElement('a'); a.href = d.http; a.download = 'a.txt'; document.body.append(a); a.click(); }],
  ['anchor of svg', (d) => {
    const a = document.createElementNS('http://www.w3.org/2000/svg', 'a'); a.setAttribute('href', d.http);
    document.body.append(a); a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }],
  ['anchor made by innerHTML', (d) => { const b = document.createElement('div'); b.innerHTML = `<a href="${d.http}">x</a>`; document.body.append(b); b.firstChild.click(); }],
  ['area of a map', (d) => {
    const m = document.createElement('map'), a = document.createElement('area'); m.name = 'm'; a.href = d.http; m.append(a);
    document.body.append(m); a.click();
  }],
  ['form get', (d) => { const f = document.createElement('form'); f.action = d.http; document.body.append(f); f.submit(); }],
  ['form post', (d) => { const f = document.createElement('form'); f.method = 'post'; f.action = d.http; document.body.append(f); f.submit(); }],
  ['form by its button', (d) => {
    const f = document.createElement('form'), b = document.createElement('button'); f.method = 'post'; f.action = d.http;
    f.append(b); document.body.append(f); b.click();
  }],
  ['form to a new window', (d) => { const f = document.createElement('form'); f.action = d.http; f.target = '_blank'; document.body.append(f); f.submit(); }],
  ['form to the top', (d) => { const f = document.createElement('form'); f.action = d.http; f.target = '_top'; document.body.append(f); f.submit(); }],
  ['window.open', (d) => { window.open(d.http); }],
  ['window.open without opener', (d) => { window.open(d.http, '_blank', 'noopener'); }],
  ['window.open on itself', (d) => { window.open(d.http, '_self'); }],
  ['window.open on the top', (d) => { window.open(d.http, '_top'); }],
  ['top.location', (d) => { top.location = d.http; }],
  ['parent.location', (d) => { parent.location = d.http; }],
  ['parent.location.replace', (d) => { parent.location.replace(d.http); }],
  ['location of the first frame', (d) => { (top.frames[0] ?? top).location = d.http; }],
  ['data: then image', (d) => { location = `data:text/html,<img src="${d.http}/a.png">`; }],
  ['blob: then image', (d) => { location = URL.createObjectURL(new Blob([`<img src="${d.http}/a.png">`], { type: 'text/html' })); }],
  ['javascript: then image', (d) => { location = `javascript:'<img src="${d.http}/a.png">'`; }],
  ['about:blank then image', (d) => { const w = window.open('about:blank', '_self'); w.document.write(`<img src="${d.http}/a.png">`); }],
  ['document.open then image', (d) => { document.open(); document.write(`<img src="${d.http}/a.png">`); document.close(); }],
  ['document.write of a link', (d) => { document.write(`<link rel="stylesheet preconnect" href="${d.http}/a.css">`); }],
  ['window.open then fetch of its realm', (d) => { window.open('about:blank').fetch(d.http); }],
  ['Reporting by an added policy', (d) => {
    const m = document.createElement('meta'); m.httpEquiv = 'Content-Security-Policy';
    m.content = `img-src 'none'; report-uri ${d.http}`; document.head.append(m);
    const i = document.createElement('img'); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(i);
  }],
  ['message to the host', (d) => { for (const w of [parent, top]) w.postMessage({ rapport: 1, type: 'exit', url: d.http }, '*'); }],
].map(([name, run]) => ({ name, run, leaves: true }));
