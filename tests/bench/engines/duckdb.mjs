// SPDX-License-Identifier: MIT
// DuckDB-wasm: one table with a list column per facet, one query for all counts and one for the twenty trainings. Its
// search extension comes from DuckDB's server, so text is a plain "contains".
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Field, Int32, List, Table, Utf8, tableToIPC, vectorFromArray } from 'apache-arrow';
import { commonFacets as facets } from '../../oracle/facets.mjs';
import { valuesOf } from '../../oracle/oracle.mjs';
import { fold } from '../../oracle/words.mjs';
import { minuteValues } from './minutes.mjs';
import { readTrainings } from './read.mjs';

const require = createRequire(import.meta.url);
const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
const dist = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'));

export const name = 'DuckDB-wasm';
export const finds = ['filter', 'text'];
export const files = ['tests/bench/node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm', '@duckdb/duckdb-wasm'];

const quote = (text) => `'${text.replaceAll("'", "''")}'`;
const condition = (key, asked) =>
  asked.length === 0
    ? 'true'
    : `${key === 'droit' ? 'list_has_all' : 'list_has_any'}(${key}, [${asked.map(quote).join()}])`;

function tableOf(trainings, minutes) {
  const texts = (list) => vectorFromArray(list, new Utf8());
  const lists = (valuesIn) => vectorFromArray(trainings.map(valuesIn), new List(new Field('item', new Utf8(), false)));
  const columns = facets.map((key) => [key, lists((training) => [...new Set(valuesOf(training, key))])]);
  return new Table({
    place: vectorFromArray(
      trainings.map((_, at) => at),
      new Int32(),
    ),
    id: texts(trainings.map(({ id }) => id)),
    words: texts(trainings.map(({ title, provider = '', description }) => fold(`${title} ${provider} ${description}`))),
    ...Object.fromEntries(columns),
    minutes: lists(minutes.held),
  });
}

async function connect() {
  const bundles = {
    mvp: { mainModule: join(dist, 'duckdb-mvp.wasm'), mainWorker: '' },
    eh: { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: '' },
  };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => {});
  return database.connect();
}

export async function build({ json }) {
  const trainings = readTrainings(json);
  const connection = await connect();
  const minutes = minuteValues(trainings);
  connection.insertArrowFromIPCStream(tableToIPC(tableOf(trainings, minutes)), {
    name: 't',
    schema: 'main',
    create: true,
  });
  return {
    query({ asked, ranges, text }) {
      const words = text
        ? fold(text)
            .split(' ')
            .map((word) => `contains(words, ${quote(word)})`)
        : [];
      const inRange = ranges.length > 0 ? [condition('minutes', minutes.met(ranges))] : [];
      const kept = (left) =>
        [
          ...words,
          ...(left === 'duree' ? [] : inRange),
          ...facets.filter((key) => key !== left || key === 'droit').map((key) => condition(key, asked[key])),
        ].join(' and ');
      const counts = facets.map(
        (key) =>
          `select ${quote(key)} k, v, count(*)::int n from (select unnest(${key}) v from t where ${kept(key)}) group by v`,
      );
      const rows = connection
        .query(`select '' k, '' v, count(*)::int n from t where ${kept('')} union all ${counts.join(' union all ')}`)
        .toArray();
      const ids = connection
        .query(`select id from t where ${kept('')} order by place limit 20`)
        .toArray()
        .map(({ id }) => id);
      return {
        total: rows.find(({ k }) => k === '').n,
        ids,
        counts: (key) => new Map(rows.filter(({ k }) => k === key).map(({ v, n }) => [v, n])),
      };
    },
  };
}
