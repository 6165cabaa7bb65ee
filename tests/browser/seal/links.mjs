// Ways to get a <link> into the document. It asks for a style sheet (the policy stops that) and for an early
// connection (no policy stops that), so one link shows both whether it was made and whether it was held.
export const links = [
  ['link by a registry of custom elements', (d) => {
    class Made extends HTMLLinkElement {}
    document.customElementRegistry.define('made-link', Made, { extends: 'link' });
    const l = new Made(); l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['frame by a registry of custom elements', (d) => {
    class Made extends HTMLIFrameElement {}
    (self.customElements ?? document.customElementRegistry).define('made-frame', Made, { extends: 'iframe' });
    const f = new Made(); f.src = `${d.http}/a.html`; document.body.append(f);
  }],
  ['link by createElement', (d) => { const l = document.createElement('link'); l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l); }],
  ['link by createElement in capitals', (d) => { const l = document.createElement('LINK'); l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l); }],
  ['link by a changing name', (d) => {
    let turn = 0; const name = { toString: () => (turn++ ? 'link' : 'div') };
    const l = document.createElement(name); l.setAttribute('rel', 'stylesheet preconnect'); l.setAttribute('href', `${d.http}/a.css`);
    document.head.append(l);
    const m = document.createElement('link'); m.rel = 'stylesheet preconnect'; m.href = `${d.http}/a.css`; document.head.append(m);
  }],
  ['link by createElementNS', (d) => {
    const l = document.createElementNS('http://www.w3.org/1999/xhtml', 'link');
    l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link by createElementNS with a prefix', (d) => {
    const l = document.createElementNS('http://www.w3.org/1999/xhtml', 'h:link');
    l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link by the prototype', (d) => {
    const l = Document.prototype.createElement.call(document, 'link');
    l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link by HTMLDocument of another document', (d) => {
    const other = document.implementation.createHTMLDocument('');
    const l = other.createElement('link'); l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link by new Document', (d) => {
    const l = new Document().createElementNS('http://www.w3.org/1999/xhtml', 'link');
    l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link by innerHTML', (d) => { const b = document.createElement('div'); b.innerHTML = `<link rel="stylesheet preconnect" href="${d.http}/a.css">`; document.body.append(b); }],
  ['link by outerHTML', (d) => {
    const b = document.createElement('div'); document.body.append(b);
    b.outerHTML = `<link rel="stylesheet preconnect" href="${d.http}/a.css">`;
  }],
  ['link by insertAdjacentHTML', (d) => { document.body.insertAdjacentHTML('beforeend', `<link rel="stylesheet preconnect" href="${d.http}/a.css">`); }],
  ['link by template', (d) => {
    const t = document.createElement('template'); t.innerHTML = `<link rel="stylesheet preconnect" href="${d.http}/a.css">`;
    document.head.append(document.importNode(t.content, true));
  }],
  ['link by shadow root', (d) => {
    const b = document.createElement('div'); document.body.append(b);
    b.attachShadow({ mode: 'open' }).innerHTML = `<link rel="stylesheet preconnect" href="${d.http}/a.css">`;
  }],
  ['link by setHTML', (d) => {
    const b = document.createElement('div'); document.body.append(b);
    b.setHTML(`<link rel="stylesheet preconnect" href="${d.http}/a.css">`, { sanitizer: {} });
  }],
  ['link by setHTMLUnsafe', (d) => {
    const b = document.createElement('div'); document.body.append(b);
    b.setHTMLUnsafe(`<link rel="stylesheet preconnect" href="${d.http}/a.css">`);
  }],
  ['link by parseHTMLUnsafe', (d) => {
    const p = Document.parseHTMLUnsafe(`<link rel="stylesheet preconnect" href="${d.http}/a.css">`);
    document.head.append(p.querySelector('link'));
  }],
  ['link by DOMParser', (d) => {
    const p = new DOMParser().parseFromString(`<link rel="stylesheet preconnect" href="${d.http}/a.css">`, 'text/html');
    document.head.append(p.querySelector('link'));
  }],
  ['link by DOMParser for XML', (d) => {
    const p = new DOMParser().parseFromString(`<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet preconnect" href="${d.http}/a.css"/>`, 'application/xhtml+xml');
    document.head.append(p.documentElement);
  }],
  ['link by range', (d) => { document.head.append(document.createRange().createContextualFragment(`<link rel="stylesheet preconnect" href="${d.http}/a.css">`)); }],
  ['link by new Range', (d) => { document.head.append(new Range().createContextualFragment(`<link rel="stylesheet preconnect" href="${d.http}/a.css">`)); }],
  ['link by execCommand', (d) => {
    const b = document.createElement('div'); b.contentEditable = 'true'; b.textContent = 'x'; document.body.append(b); b.focus();
    document.execCommand('insertHTML', false, `<link rel="stylesheet preconnect" href="${d.http}/a.css">`); b.contentEditable = 'false';
  }],
  ['link by XSLT', (d) => {
    const sheet = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">
      <link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet preconnect" href="${d.http}/a.css"/></xsl:template></xsl:stylesheet>`;
    const x = new XSLTProcessor(); x.importStylesheet(new DOMParser().parseFromString(sheet, 'application/xml'));
    document.head.append(x.transformToFragment(document, document));
  }],
  ['link by an iframe document', (d) => {
    const f = document.createElement('iframe'); document.body.append(f);
    const l = f.contentDocument.createElement('link'); l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link by the constructor of a custom element', (d) => {
    class Way extends HTMLLinkElement {}
    customElements.define('way-out', Way, { extends: 'link' });
    const l = new Way(); l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link by XMLHttpRequest document', (d) => {
    const x = new XMLHttpRequest(); x.open('GET', `data:text/html,<link rel="stylesheet preconnect" href="${d.http}/a.css">`);
    x.responseType = 'document'; x.onload = () => document.head.append(x.response.querySelector('link')); x.send();
  }],
  ['link changed from one in the page', (d) => {
    const l = document.querySelector('link').cloneNode(); l.rel = 'stylesheet preconnect'; l.href = `${d.http}/a.css`; document.head.append(l);
  }],
  ['link for prefetch', (d) => { const l = document.createElement('link'); l.rel = 'prefetch'; l.href = d.http; document.head.append(l); }],
  ['link for preload', (d) => { const l = document.createElement('link'); l.rel = 'preload'; l.as = 'image'; l.href = `${d.http}/a.png`; document.head.append(l); }],
  ['link for module preload', (d) => { const l = document.createElement('link'); l.rel = 'modulepreload'; l.href = `${d.http}/a.js`; document.head.append(l); }],
  ['link for icon', (d) => { const l = document.createElement('link'); l.rel = 'icon'; l.href = `${d.http}/a.png`; document.head.append(l); }],
  ['link for manifest', (d) => { const l = document.createElement('link'); l.rel = 'manifest'; l.href = `${d.http}/a.json`; document.head.append(l); }],
  ['link for preconnect alone', (d) => { const l = document.createElement('link'); l.rel = 'preconnect'; l.href = d.http; document.head.append(l); }],
];
