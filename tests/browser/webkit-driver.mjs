// SPDX-License-Identifier: MIT
// WebKitGTK's driver under a virtual screen of its own.
import { spawn } from 'node:child_process';
import { freePort } from '../hosts/process.mjs';

const kStartMs = 20_000;

/** Starts Xvfb and WebKitWebDriver; `home` is a folder for the profile, `more` more of the environment. Returns { url, stop }. */
export async function startDriver(home, more = {}) {
  const port = await freePort();
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb ended')));
    screen.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
  });
  const driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      ...more,
    },
  });
  const killAll = () => {
    driver.kill();
    screen.kill();
  };
  process.once('exit', killAll);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, driver);
  const stop = async () => {
    process.off('exit', killAll);
    for (const child of [driver, screen]) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await ended;
      }
    }
  };
  return { url, stop };
}

async function untilReady(url, driver) {
  const end = Date.now() + kStartMs;
  while (Date.now() < end && driver.exitCode === null) {
    const answer = await fetch(`${url}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer');
}
