import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { EDITOR_KEYS } from '../../server/src/workspace/editor-settings.ts';
import { shipped } from './place.ts';

const EDITORS = readdirSync(shipped('editors')).sort();
const OVERVIEWS = ['docs/editors.md', 'docs/editors.ja.md'];
const PAGES = [...OVERVIEWS, ...EDITORS.map((editor) => `editors/${editor}/README.md`)];

const read = (file: string): string => readFileSync(shipped(file), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; name: string; contributes: { languages: { id: string; extensions: string[] }[] } };
const blocks = (text: string, language: string): string[] => [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , block]) => block!);

/** What GitHub makes of headings. */
const anchors = (text: string): string[] => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title!.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));

describe('The pages on other editors', () => {
  for (const page of PAGES) {
    it(`${page} leads to what there is`, () => {
      const text = read(page);
      for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
        if (/^https:/.test(target!)) continue;
        const [file, anchor] = target!.split('#');
        const found = path.posix.join(path.posix.dirname(page), file!);
        assert.ok(existsSync(shipped(found)), target);
        if (anchor) assert.ok(anchors(read(found)).includes(anchor), target);
      }
    });
  }

  for (const page of OVERVIEWS) {
    it(`${page} names every editor, what the server is, and how it is set`, () => {
      const text = read(page);
      for (const editor of EDITORS) assert.ok(text.includes(`(../editors/${editor}/README.md)`), editor);
      const { id, extensions } = manifest.contributes.languages[0]!;
      for (const words of [`\`${id}\``, ...extensions.map((one) => `\`*${one}\``), `./${manifest.name}-${manifest.version}.tgz`]) assert.ok(text.includes(words), words);
      for (const key of EDITOR_KEYS) assert.ok(text.includes(`\`${key}\``), key);
    });
  }

  it('say in each language the same', () => {
    const [english, japanese] = OVERVIEWS.map((page) => read(page));
    for (const language of ['sh', 'yaml']) assert.deepEqual(blocks(japanese!, language), blocks(english!, language));
    const codes = (text: string): string[] => [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
    assert.deepEqual([...new Set(codes(japanese!))].sort(), [...new Set(codes(english!))].sort());
  });

  for (const editor of EDITORS) {
    it(`editors/${editor}/README.md tells of every file beside it, the language of the messages and the settings, in snippets that can be read`, () => {
      const folder = shipped(`editors/${editor}`);
      const text = read(`editors/${editor}/README.md`);
      const inside = readdirSync(folder).filter((name) => name !== 'README.md');
      assert.ok(inside.length > 0);
      // What is a folder to be installed as a whole need not be listed.
      const whole = /this folder/i.test(text);
      for (const name of inside) assert.ok(whole || text.includes(name) || (statSync(path.join(folder, name)).isFile() && text.includes(name.replace(/\.\w+$/, ''))), name);
      assert.match(text, /--locale/);
      assert.match(text, /profile/);
      for (const block of blocks(text, 'json')) assert.doesNotThrow(() => JSON.parse(block), block);
      for (const block of blocks(text, 'toml')) assert.doesNotThrow(() => parseToml(block), block);
    });
  }
});
