// SPDX-License-Identifier: GPL-3.0-or-later
// Loads a table of pathways and answers the statements of the first months from it: how many milliseconds that took, and
// what they say of everybody.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, writeFileSync } from 'node:fs';

const [, , folder, months] = process.argv;
const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
const types = readFileSync(folder + '/types.txt', 'utf8');
await db.run(`CREATE TABLE pathways AS
  SELECT * FROM read_csv('${folder}/pathways.csv', header = true, types = ${types})`);
const statements = readFileSync(folder + '/figures.sql', 'utf8').split(';\n').slice(0, Number(months));
const lines = [];
const start = performance.now();
for (const statement of statements) {
  const answer = await db.runAndReadAll(statement);
  const which = answer.columnNames().indexOf('which');
  const total = answer.getRowsJS().reduce((a, b) => (a[which] > b[which] ? a : b));
  lines.push(total.slice(which + 1).map(String).join(','));
}
console.log((performance.now() - start).toFixed(1));
writeFileSync(folder + '/theirs.csv', lines.join('\n') + '\n');
