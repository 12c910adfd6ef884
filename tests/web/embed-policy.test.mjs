// SPDX-License-Identifier: MIT
// A pasted security policy is answered with the exact lines to add.
import test from 'node:test';
import assert from 'node:assert/strict';
import { importTypeScript } from './import-typescript.mjs';

const { diagnosePolicy, strictPolicy } = await importTypeScript('web/integration/policy-diagnosis.ts');
const { parsePolicies, allowsUrl } = await importTypeScript('web/integration/policy.ts');

const setting = { way: 'tag', host: 'https://catalogue.example/v1/', page: 'https://partner.example' };
const lines = (text, more = {}) => diagnosePolicy(text, { ...setting, ...more }).lacks.map((lack) => lack.line);

test('no policy needs no line', () => {
  assert.deepEqual(diagnosePolicy('', setting), { count: 0, lacks: [], policy: '', hints: [], unknown: [] });
});

test('words that are no policy are not taken for one, and a mistyped directive is named', () => {
  for (const text of ['bonjour', 'https://exemple.fr', 'script src self', '<script>default</script>'])
    assert.equal(diagnosePolicy(text, setting).count, 0, text);
  const { count, unknown } = diagnosePolicy("default-src 'self'; scrpt-src *", setting);
  assert.deepEqual([count, unknown], [1, ['scrpt-src']]);
});

test('the strictest policy gets the four lines of the contract', () => {
  assert.equal(
    strictPolicy(setting),
    [
      "default-src 'none'",
      "script-src https://catalogue.example 'wasm-unsafe-eval'",
      'style-src https://catalogue.example',
      'connect-src https://catalogue.example',
    ].join(';\n'),
  );
});

test('a mended policy lacks nothing more', () => {
  const policies = [
    "default-src 'none'",
    "default-src 'self'; script-src 'self' 'unsafe-inline'",
    "script-src 'none'",
    "default-src 'self'; connect-src 'none'; trusted-types 'none'; require-trusted-types-for 'script'",
    "script-src-elem 'self'; script-src 'self'; style-src-elem 'self'",
    "default-src 'self', script-src 'none'",
  ];
  for (const way of ['tag', 'frame', 'static', 'folder']) {
    for (const policy of policies) {
      const { policy: mended } = diagnosePolicy(policy, { ...setting, way });
      assert.deepEqual(diagnosePolicy(mended, { ...setting, way }).lacks, [], `${way}: ${policy} -> ${mended}`);
    }
  }
});

test('only wasm is missing where scripts of any https site are allowed', () => {
  const { lacks } = diagnosePolicy('default-src https:', setting);
  assert.deepEqual(
    lacks.map(({ directive, source, why, line }) => [directive, source, why, line]),
    [['script-src', "'wasm-unsafe-eval'", 'wasm', "script-src https: 'wasm-unsafe-eval'"]],
  );
});

test('a directive that exists keeps its sources, and none of default-src opens wider', () => {
  assert.deepEqual(
    lines("default-src 'self'; script-src 'self' https://catalogue.example 'wasm-unsafe-eval'; style-src *"),
    ["connect-src 'self' https://catalogue.example"],
  );
});

test('wasm is asked of script-src although script-src-elem rules the files', () => {
  assert.deepEqual(lines("script-src 'self'; script-src-elem https://catalogue.example"), [
    "script-src 'self' 'wasm-unsafe-eval'",
  ]);
  assert.deepEqual(lines("script-src 'self' 'unsafe-eval'; script-src-elem https://catalogue.example"), []);
});

test('trusted types by name are asked for only where names are listed', () => {
  const open = "script-src https: 'wasm-unsafe-eval'; require-trusted-types-for 'script'";
  assert.deepEqual(lines(open), []);
  assert.deepEqual(lines(`${open}; trusted-types dompurify`), ['trusted-types dompurify catalogue-formations']);
  assert.deepEqual(lines(`${open}; trusted-types *`), []);
  assert.deepEqual(lines(`${open}; trusted-types 'none'`), ['trusted-types catalogue-formations']);
});

test('a policy with a nonce needs the nonce on the tag, which is said', () => {
  const { lacks, hints } = diagnosePolicy("script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'", setting);
  assert.deepEqual(lacks, []);
  assert.deepEqual(hints, ['nonce']);
});

test('a partner catalogue of another origin gets its own line', () => {
  assert.deepEqual(
    lines('connect-src https://catalogue.example', { sources: ['/ours.json', 'https://data.example/c.json'] }),
    [
      "connect-src https://catalogue.example 'self' https://data.example",
      "connect-src https://catalogue.example 'self' https://data.example",
    ],
  );
});

test('the frame asks for frame-src through child-src', () => {
  assert.deepEqual(lines("child-src 'self'; script-src https://catalogue.example", { way: 'frame' }), [
    "child-src 'self' https://catalogue.example",
  ]);
});

test('a sandbox without scripts is named', () => {
  assert.deepEqual(lines('sandbox allow-forms'), ['sandbox allow-forms allow-scripts allow-same-origin']);
});

test('headers, several policies, meta tags and server lines are read alike', () => {
  const texts = [
    "Content-Security-Policy: default-src 'self'; img-src data:",
    "content-security-policy: default-src 'self'; img-src data:\n",
    `<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;; img-src data:">`,
    `add_header Content-Security-Policy "default-src 'self'; img-src data:" always;`,
    `Header set Content-Security-Policy "default-src 'self'; img-src data:"`,
  ];
  for (const text of texts) {
    assert.deepEqual(
      parsePolicies(text).map((policy) => [...policy]),
      [
        [
          ['default-src', ["'self'"]],
          ['img-src', ['data:']],
        ],
      ],
      text,
    );
  }
  assert.equal(
    parsePolicies("Content-Security-Policy: default-src 'self'\nContent-Security-Policy: script-src 'none'").length,
    2,
  );
  assert.equal(parsePolicies("default-src 'self', script-src 'none'").length, 2);
  assert.equal(parsePolicies(' ; ;').length, 0);
});

test('the first of two directives of one name counts', () => {
  assert.deepEqual([...parsePolicies("script-src 'self'; SCRIPT-SRC *")[0]], [['script-src', ["'self'"]]]);
});

test('sources match by scheme, host, port and path', () => {
  const page = 'https://partner.example';
  const cases = [
    ['https://cdn.example', 'https://cdn.example/x.js', true],
    ['cdn.example', 'https://cdn.example/x.js', true],
    ['cdn.example', 'http://cdn.example/x.js', false],
    ['http://cdn.example', 'https://cdn.example/', true],
    ['*.example', 'https://cdn.example/', true],
    ['*.example', 'https://example/', false],
    ['*', 'https://a/', true],
    ['*', 'data:text/plain,x', false],
    ['cdn.example:8443', 'https://cdn.example:8443/', true],
    ['cdn.example', 'https://cdn.example:8443/', false],
    ['cdn.example:*', 'https://cdn.example:8443/', true],
    ['cdn.example/v1/', 'https://cdn.example/v1/x.js', true],
    ['cdn.example/v1/x.js', 'https://cdn.example/v1/y.js', false],
    ["'self'", 'https://partner.example/x', true],
    ["'none'", 'https://partner.example/x', false],
    ['https:', 'https://any.example/', true],
    ['data:', 'https://any.example/', false],
  ];
  for (const [source, url, allowed] of cases)
    assert.equal(allowsUrl([source], new URL(url), page), allowed, `${source} ${url}`);
});
