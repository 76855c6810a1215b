import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  bin: Record<string, string>;
  contributes: { commands: { command: string; title: string }[]; configuration: { properties: Record<string, unknown> } };
};
const READMES = [['README.md', 'package.nls.json'], ['README.ja.md', 'package.nls.ja.json']] as const;
const DOCUMENTS = ['README.md', 'README.ja.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', ...globSync(['docs/*.md', 'docs/schemastore/*.md'], { cwd: root })];

/** What stands in backticks, one-line code only. */
const code = (text: string): string[] => [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, words]) => words!);

describe('The documents', () => {
  for (const name of DOCUMENTS) {
    it(`${name} leads only to what is there`, () => {
      for (const [, target] of read(name).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:|^#/.test(target!)) continue;
        const file = path.join(root, path.dirname(name), target!.split('#')[0]!);
        assert.ok(existsSync(file), target);
      }
    });

    it(`${name} names only files and scripts that are there`, () => {
      for (const words of code(read(name))) {
        if (/^(?:server|client|test|scripts|schemas|docs|editors|samples|l10n|images)\/[\w./-]*$/.test(words)) assert.ok(existsSync(path.join(root, words)), words);
        for (const [, script] of words.matchAll(/\bnpm run ([\w:-]+)/g)) assert.ok(manifest.scripts[script!], words);
      }
    });
  }

  for (const [name, bundle] of READMES) {
    it(`${name} calls commands, settings and programs by their names`, () => {
      const titles = JSON.parse(read(bundle)) as Record<string, string>;
      const commands = manifest.contributes.commands.map(({ title }) => titles[title.slice(1, -1)]);
      const text = read(name);
      const named = [...text.matchAll(/[`「]SDS: ([^`」]+)[`」]/g)].map(([, title]) => title!);
      assert.ok(named.length >= 10, String(named.length));
      for (const title of named) assert.ok(commands.includes(title), title);
      for (const words of code(text)) {
        if (/^sds\.\w+(?:\.\w+)?$/.test(words)) assert.ok(manifest.contributes.configuration.properties[words], words);
      }
      for (const program of Object.keys(manifest.bin)) assert.ok(text.includes(`\`${program}`), program);
    });
  }

  it('the READMEs say the same: code, settings, pictures, tables', () => {
    const [english, japanese] = READMES.map(([name]) => read(name));
    // What stands for something else is named in the language of the text.
    const words = (text: string): string[] => [...new Set(code(text).filter((one) => /^[\x20-\x7e]+$/.test(one) && !/^SDS: |CODE|COMMAND|KEY=VALUE|ROW=WORD/.test(one)))].sort();
    assert.deepEqual(words(japanese!), words(english!));
    assert.equal(japanese!.match(/^## /gm)?.length, english!.match(/^## /gm)?.length);
  });

  it('the map of the sources has every folder of the engine, and tells where a rule goes', () => {
    const map = read('ARCHITECTURE.md');
    const folders = globSync('server/src/*', { cwd: root, onlyDirectories: true }).map((folder) => folder.replace(/\/$/, ''));
    assert.ok(folders.length > 10);
    for (const folder of folders) assert.ok(map.includes(folder), folder);
    for (const document of [map, read('CONTRIBUTING.md')]) {
      for (const place of ['server/src/rules/', 'rules/index.ts', 'server/l10n/*.json', 'test/fixtures/rules/', 'npm run generate']) assert.ok(document.includes(place), place);
    }
  });
});
