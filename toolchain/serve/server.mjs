// SPDX-License-Identifier: MIT
// Serves a built folder over HTTP on the loopback interface, with sirv and our headers.
import { createServer } from 'node:http';
import { ToolchainError } from '../lib/run.mjs';

const notFound = `<!doctype html>
<html lang="fr"><meta charset="utf-8"><title>Page introuvable</title>
<h1>Page introuvable</h1><p><a href="/">Retour à l’accueil</a></p></html>
`;

/** Answers requests for files that do not exist. */
function answerNotFound(response) {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(notFound);
}

function explainListenError(error, port) {
  if (error.code === 'EADDRINUSE') {
    return new ToolchainError(
      `port ${port} is taken; stop what uses it, or choose another: PORT=${port + 10} npm start`,
    );
  }
  if (error.code === 'EACCES')
    return new ToolchainError(`port ${port} needs root; choose one above 1023: PORT=8080 npm start`);
  return error;
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListenError(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Rejects when another program listens on a port. Called before a long build, not after. */
export async function checkPortFree(port) {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((resolve) => {
    probe.close(resolve);
  });
}

/**
 * Starts a server.
 * @param {{folder: string, port: number, headers: (path: string) => Record<string, string>}} options
 *   `port` 0 takes any free port
 * @returns {Promise<{port: number, refresh: () => void, close: () => Promise<void>}>}
 *   `refresh` reads a folder that was built again. Rejects with a ToolchainError when the port is taken.
 */
export async function serveFolder({ folder, port, headers }) {
  const { default: sirv } = await import('sirv');
  const open = () => sirv(folder, { brotli: true, etag: true });
  let files = open();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    for (const [name, value] of Object.entries(headers(path))) response.setHeader(name, value);
    files(request, response, () => answerNotFound(response));
  });
  await listen(server, port);
  return {
    port: server.address().port,
    refresh: () => {
      files = open();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
