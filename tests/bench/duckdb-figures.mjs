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
const statements = readFileSync(folder + '/figures.sql', 'utf8').split(';\n');
const lines = [];
const start = performance.now();
for (const statement of statements) {
  const isOfEverybody = !statement.includes(' GROUP BY '); // with which a month begins
  if (isOfEverybody && lines.length === Number(months)) break;
  const answer = await db.runAndReadAll(statement);
  if (isOfEverybody) lines.push(answer.getRowsJS()[0].map(String).join(','));
}
console.log((performance.now() - start).toFixed(1));
writeFileSync(folder + '/theirs.csv', lines.join('\n') + '\n');
