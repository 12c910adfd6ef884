// SPDX-License-Identifier: MIT
// The three browser engines behind one small interface, for tests that must pass in each.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A name of this machine that Chromium does not trust as it trusts `localhost`: pages there have no TLS. */
export const kPlainHost = 'plain.test';

/** Names that `launch` takes. */
export const kEngines = ['chromium', 'firefox', 'webkit'];

const kTimeoutMs = 20_000;

/** Engines that can be told what the visitor prefers; WebKitGTK's follows the desktop. */
export const kMediaEngines = ['chromium', 'firefox'];

/**
 * Starts a browser with a fresh profile. Options: `hasWasm: false` switches WebAssembly off in the browser itself;
 * `isDark` prefers dark colours, `isForced` forces colours and prefers no motion (kMediaEngines).
 * Returns { version, open, close }: `open(url, {width, height})` gives a page with
 *   - `evaluate(text)`: the value of a JavaScript expression (promises are awaited), which must be plain data;
 *   - `waitFor(text, what)`: waits until the expression is truthy, and gives its value;
 *   - `frame(selector)`: the same three functions inside an iframe;
 *   - `press(key)`, `type(text)`: keys as a visitor presses them; keys are named as in KeyboardEvent.key;
 *   - `hasRole(role, name)`: whether the engine's accessibility tree holds such a node;
 *   - `console()`: the messages so far (empty in WebKit, whose driver does not tell);
 *   - `close()`.
 */
export async function launch(engine, options = {}) {
  const starters = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };
  return starters[engine]({ hasWasm: true, isDark: false, isForced: false, ...options });
}

/** Whether the engine's programs are on this machine. */
export function isInstalled(engine) {
  const paths = {
    chromium: ['/usr/bin/chromium'],
    firefox: ['/usr/bin/firefox-esr'],
    webkit: ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'],
  };
  return paths[engine].every((path) => existsSync(path));
}

function polled(evaluate) {
  return async (expression, what = expression) => {
    const end = Date.now() + kTimeoutMs;
    for (;;) {
      const value = await evaluate(expression);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
}

async function startChromium({ hasWasm, isDark, isForced }) {
  const { chromium } = await import('playwright-core');
  const media = {
    ...(isDark ? { colorScheme: 'dark' } : {}),
    ...(isForced ? { forcedColors: 'active', reducedMotion: 'reduce' } : {}),
  };
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${kPlainHost} 127.0.0.1`,
      // Without its compilers V8 offers no WebAssembly.
      ...(hasWasm ? [] : ['--js-flags=--jitless']),
    ],
  });
  // Chromium alone takes more of a context: `javaScriptEnabled`, `colorScheme`, `bypassCSP`…
  const open = async (url, { width = 1280, height = 800, ...more } = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, ...media, ...more });
    const page = await context.newPage();
    const messages = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    await page.goto(url, { waitUntil: 'load' });
    return {
      ...playwrightActions(page),
      ...keys(page),
      hasRole: chromiumTree(page),
      console: () => messages,
      close: () => context.close(),
      page,
    };
  };
  return { version: browser.version(), open, close: () => browser.close() };
}

function playwrightActions(target) {
  const evaluate = (expression) => target.evaluate(expression);
  const frame = async (selector) => playwrightActions(await (await target.waitForSelector(selector)).contentFrame());
  return { evaluate, waitFor: polled(evaluate), frame };
}

const keys = ({ keyboard }) => ({
  press: (key) => keyboard.press(key),
  type: (text) => keyboard.type(text, { delay: 60 }),
});

function chromiumTree(page) {
  return async (role, accessibleName) => {
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodes } = await session.send('Accessibility.queryAXTree', {
      backendNodeId: root.backendNodeId,
      role,
      accessibleName,
    });
    await session.detach();
    return nodes.some(({ ignored }) => !ignored);
  };
}

async function startFirefox({ hasWasm, isDark, isForced }) {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: {
      ...(hasWasm ? {} : { 'javascript.options.wasm': false }),
      ...(isDark ? { 'layout.css.prefers-color-scheme.content-override': 0 } : {}),
      ...(isForced ? { 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1 } : {}),
    },
  });
  const open = async (url, { width = 1280, height = 800 } = {}) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    const messages = [];
    page.on('console', (message) => messages.push(message.text()));
    await page.goto(url, { waitUntil: 'load' });
    const hasRole = async (role, name) => (await page.$$(`::-p-aria([name="${name}"][role="${role}"])`)).length > 0;
    return {
      ...puppeteerActions(page),
      ...keys(page),
      hasRole,
      console: () => messages,
      close: () => page.close(),
      page,
    };
  };
  return { version: await browser.version(), open, close: () => browser.close() };
}

function puppeteerActions(target) {
  const evaluate = (expression) => target.evaluate(expression);
  const frame = async (selector) => puppeteerActions(await (await target.waitForSelector(selector)).contentFrame());
  return { evaluate, waitFor: polled(evaluate), frame };
}

function findMiniBrowser() {
  const base = '/usr/lib/x86_64-linux-gnu';
  const folder = readdirSync(base).find(
    (name) => name.startsWith('webkit2gtk-4') && existsSync(join(base, name, 'MiniBrowser')),
  );
  return join(base, folder, 'MiniBrowser');
}

async function startWebKit({ hasWasm }) {
  const { Builder, Capabilities, Key } = await import('selenium-webdriver');
  const { startDriver } = await import('./webkit-driver.mjs');
  const profile = mkdtempSync(join(tmpdir(), 'catalogue-webkit-'));
  const driverProcess = await startDriver(profile, hasWasm ? {} : { JSC_useWasm: '0' });
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
  });
  const driver = await new Builder().usingServer(driverProcess.url).withCapabilities(capabilities).build();
  await driver.manage().setTimeouts({ script: kTimeoutMs });
  const open = async (url, { width = 1280, height = 800 } = {}) => {
    await driver.manage().window().setRect({ width, height, x: 0, y: 0 });
    await driver.get(url);
    const actions = seleniumActions(driver, []);
    // Debian 13's driver (WebKitGTK 2.54) answers before the page has loaded, that of Debian 12 (2.50) after.
    await actions.waitFor("document.readyState === 'complete'", 'the page');
    return {
      ...actions,
      ...seleniumKeys(driver, Key),
      hasRole: seleniumTree(driver),
      console: () => [],
      close: () => driver.get('about:blank'),
      driver,
    };
  };
  const close = async () => {
    await driver.quit().catch(() => {});
    await driverProcess.stop();
    rmSync(profile, { recursive: true, force: true });
  };
  const version = (await driver.getCapabilities()).getBrowserVersion();
  return { version, open, close };
}

function seleniumKeys(driver, Key) {
  const codes = { Tab: Key.TAB, Enter: Key.ENTER, ArrowRight: Key.ARROW_RIGHT };
  const press = (key) =>
    driver
      .actions()
      .sendKeys(codes[key] ?? key)
      .perform();
  const type = async (text) => {
    for (const character of text) await press(character);
  };
  return { press, type };
}

// The driver names one element at a time: those that may have the role are asked.
function seleniumTree(driver) {
  const may = {
    checkbox: '[type=checkbox]',
    radio: '[type=radio]',
    heading: 'h1,h2,h3,h4',
    group: 'fieldset',
    searchbox: '[type=search]',
    button: 'button',
    slider: '[type=range]',
  };
  return async (role, name) => {
    for (const element of await driver.findElements({ css: may[role] })) {
      if (
        (await element.isDisplayed()) &&
        (await element.getAccessibleName()) === name &&
        (await element.getAriaRole()) === role
      )
        return true;
    }
    return false;
  };
}

// A frame is entered by its selectors from the top for each action, since the driver holds one place at a time.
function seleniumActions(driver, path) {
  const evaluate = async (expression) => {
    await driver.switchTo().defaultContent();
    for (const selector of path) {
      await driver.switchTo().frame(await driver.findElement({ css: selector }));
    }
    const answer = await driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`);
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  };
  return {
    evaluate,
    waitFor: polled(evaluate),
    frame: async (selector) => seleniumActions(driver, [...path, selector]),
  };
}
