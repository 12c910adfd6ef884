// SPDX-License-Identifier: MIT
// One nginx process with a server per test host, on loopback, from a temporary folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { findProgram, startProgram, waitUntilListening } from './process.mjs';

/**
 * Starts nginx. `servers` is a list of { port, root, headers?, php?, extra? }: `headers` are sent with
 * every answer, `php` is the socket of PHP-FPM, `extra` is more configuration of that server.
 * Returns { version, stop }.
 */
export async function startNginx(folder, servers) {
  const home = join(folder, 'nginx');
  mkdirSync(home, { recursive: true });
  const file = join(home, 'nginx.conf');
  writeFileSync(file, configuration(home, servers));
  const program = findProgram('nginx');
  const server = startProgram(program, ['-p', home, '-c', file, '-e', join(home, 'error.log'), '-g', 'daemon off;']);
  for (const { port } of servers) await waitUntilListening({ port }, server);
  return { version: nginxVersion(program), stop: server.stop };
}

function nginxVersion(program) {
  return execFileSync('sh', ['-c', `${program} -v 2>&1`], { encoding: 'utf8' })
    .trim()
    .split('/')
    .pop();
}

function configuration(home, servers) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${home}/${kind};`,
  );
  return `${process.getuid() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${home}/nginx.pid;
events { worker_connections 256; }
http {
${temporary.join('\n')}
  access_log off;
  types {
    text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm;
    application/atom+xml atom; image/svg+xml svg; text/csv csv;
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/html text/css text/javascript;
  absolute_redirect off;
${servers.map(serverBlock).join('\n')}
}
`;
}

function serverBlock({ port, root, headers = {}, php, extra = '' }) {
  const sent = Object.entries(headers).map(([name, value]) => `    add_header ${name} "${value}" always;`);
  return `  server {
    listen 127.0.0.1:${port};
    root ${root};
    index index.html index.php;
${sent.join('\n')}
${php ? phpLocation(php, port) : ''}${extra}
  }`;
}

// The host is written with its port: Debian's own parameters leave it out, and WordPress then
// redirects to itself for ever.
function phpLocation(socket, port) {
  return `    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ {
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param SCRIPT_NAME $fastcgi_script_name;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param REQUEST_URI $request_uri;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param CONTENT_TYPE $content_type;
      fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param SERVER_PROTOCOL $server_protocol;
      fastcgi_param SERVER_NAME 127.0.0.1;
      fastcgi_param SERVER_PORT ${port};
      fastcgi_param REDIRECT_STATUS 200;
      fastcgi_param HTTP_HOST 127.0.0.1:${port};
      fastcgi_pass unix:${socket};
    }
`;
}
