// Writes syntaxes/sds-yaml.tmLanguage.json from schemas/. With --check it writes nothing and fails when the file is stale.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildGrammar } from './grammar-rules.mjs';
import { readWords } from './grammar-words.mjs';

const root = path.join(import.meta.dirname, '..', '..');
const file = path.join(root, 'syntaxes', 'sds-yaml.tmLanguage.json');
const shown = path.relative(root, file);

const wanted = `${JSON.stringify(buildGrammar(await readWords(path.join(root, 'schemas'))), null, 2)}\n`;
const present = await readFile(file, 'utf8').catch((error) => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
});

if (present === wanted) {
  console.log(`${shown} is up to date.`);
} else if (process.argv.includes('--check')) {
  console.error(`${shown} is stale. Run: node scripts/generate/grammar.mjs`);
  process.exitCode = 1;
} else {
  await writeFile(file, wanted);
  console.log(`Wrote ${shown}.`);
}
