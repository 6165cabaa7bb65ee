// What the tests talk to: a static server for the built site and the test pages, and doors of "the outside",
// each of which writes down whatever knocks. All on loopback, at free ports.
import { createSocket } from 'node:dgram';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const site = join(root, 'dist/site');
const pages = join(root, 'tests/browser/pages');
const formFile = /\/form(-plain)?\.html$/;
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml' };

// The site at /, the test pages at /pages/, rrweb at /pages/rrweb.js, and changed copies of form.html by `change`.
// `page` addresses say localhost, so that they are another site than the outside at 127.0.0.1.
export async function serveSite({ headers = {} } = {}) {
  const requests = [];
  const changed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://here').pathname);
    requests.push(request.url);
    const found = changed.get(path) ?? read(path);
    if (found === null) return response.writeHead(404).end();
    const own = formFile.test(path) ? headers : {};
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...own });
    return response.end(found);
  });
  const port = await listen(server);
  return {
    requests,
    url: (path) => `http://localhost:${port}${path}`,
    // serves form.html at `path` with a piece of it replaced; throws when there is nothing to replace
    change(path, edit) {
      const before = readFileSync(join(site, 'form.html'), 'utf8');
      const after = edit(before);
      if (after === before) throw new Error(`${path} is the same as form.html`);
      changed.set(path, after);
    },
    close: () => close(server),
  };
}

function read(path) {
  if (path === '/favicon.ico') return '';
  if (path === '/pages/rrweb.js') return readFileSync(join(root, 'node_modules/rrweb/umd/rrweb.min.js'));
  if (path.startsWith('/pages/') && !formFile.test(path)) return file(pages, path.slice(6));
  return file(site, path === '/' ? '/index.html' : path.replace(/^\/pages/, ''));
}

function file(folder, path) {
  const full = join(folder, normalize(path));
  return full.startsWith(folder) && existsSync(full) && statSync(full).isFile() ? readFileSync(full) : null;
}

// One door: an HTTP server and a UDP socket at the same port number, which no one else knows.
// heard: 'request' (HTTP), 'datagram' (UDP), 'connection' (TCP alone), or 'nothing'.
export async function openDoor() {
  const token = Math.random().toString(36).slice(2, 12);
  const heard = { requests: [], datagrams: 0, connections: 0 };
  const server = createServer((request, response) => {
    heard.requests.push(`${request.method} ${request.url}`);
    const type = { '.css': 'text/css', '.js': 'text/javascript' }[extname(request.url)] ?? 'text/html';
    response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' });
    response.end(type === 'text/javascript' ? 'export default 1;' : '');
  });
  server.on('connection', () => { heard.connections += 1; });
  server.on('upgrade', (request, socket) => { heard.requests.push(`UPGRADE ${request.url}`); socket.destroy(); });
  server.on('clientError', (_error, socket) => { socket.destroy(); });
  const port = await listen(server);
  const socket = createSocket('udp4');
  socket.on('message', () => { heard.datagrams += 1; });
  await new Promise((resolve, reject) => { socket.once('error', reject); socket.bind(port, '127.0.0.1', resolve); });
  return {
    address: { http: `http://127.0.0.1:${port}/${token}`, host: '127.0.0.1', port, token },
    requests: heard.requests,
    get count() { return heard.requests.length + heard.datagrams + heard.connections; },
    get heard() {
      if (heard.requests.length > 0) return 'request';
      if (heard.datagrams > 0) return 'datagram';
      return heard.connections > 0 ? 'connection' : 'nothing';
    },
    async close() {
      socket.close();
      await close(server);
    },
  };
}

function listen(server) {
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(server.address().port)); });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => { server.close(resolve); });
}
