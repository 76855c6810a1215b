import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { proseIn } from '../support/prose.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const json = <T>(name: string): T => JSON.parse(read(name)) as T;

const manifest = json<{ description: string; contributes: Record<string, unknown> }>('package.json');
const en = json<Record<string, string>>('package.nls.json');
const ja = json<Record<string, string>>('package.nls.ja.json');

/** Where in a manifest a text is that people see. */
const SHOWN = new Set(['title', 'shortTitle', 'label', 'displayName', 'description', 'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions',
  'enumItemLabels', 'deprecationMessage', 'markdownDeprecationMessage', 'patternErrorMessage', 'errorMessage', 'markdown', 'altText', 'contents',
  'modelDescription', 'userDescription', 'viewsWelcome']);
/** What goes by its name in every language. */
const NAMES = new Set(['SDS']);

/** The texts at those places, and every reference to the bundles wherever it is. */
function textsOf(value: unknown, key = ''): { shown: string[]; keys: string[] } {
  if (typeof value === 'string') {
    const [, reference] = /^%(.+)%$/.exec(value) ?? [];
    return { shown: SHOWN.has(key) ? [value] : [], keys: reference === undefined ? [] : [reference] };
  }
  if (value === null || typeof value !== 'object') return { shown: [], keys: [] };
  const inside = Object.entries(value).map(([name, one]) => textsOf(one, Array.isArray(value) ? key : name));
  return { shown: inside.flatMap(({ shown }) => shown), keys: inside.flatMap(({ keys }) => keys) };
}

/** What a translation has to keep as it is: places to fill in, code, and where links lead. */
function kept(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|`[^`]+`|\]\([^)]+\)|#[\w.]+#/g)].map(([match]) => match).sort();
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

describe('The manifest', () => {
  const { shown, keys } = textsOf({ description: manifest.description, contributes: manifest.contributes });

  it('says nothing but by its bundles', () => {
    assert.ok(shown.length > 100);
    assert.deepEqual(shown.filter((text) => !/^%[\w.-]+%$/.test(text) && !NAMES.has(text)), []);
  });

  it('has every text in both languages, and no other', () => {
    assert.deepEqual(Object.keys(en).sort(), [...new Set(keys)].sort());
    assert.deepEqual(Object.keys(ja).sort(), Object.keys(en).sort());
  });

  it('says it in Japanese where it is Japanese, with the same places, code and links', () => {
    for (const [key, text] of Object.entries(ja)) {
      if (key.endsWith('.media')) continue;
      assert.ok(JAPANESE.test(text) || NAMES.has(text), `${key}: ${text}`);
      assert.notEqual(text.trim(), '', key);
      assert.deepEqual(kept(text), kept(en[key]!), key);
    }
  });
});

describe('The walkthrough', () => {
  const media = Object.keys(en).filter((key) => key.endsWith('.media'));

  it('has each page in both languages', () => {
    assert.ok(media.length >= 5);
    for (const [bundle, language] of [[en, 'en'], [ja, 'ja']] as const) {
      const pages = media.map((key) => bundle[key]!).sort();
      assert.deepEqual(pages, readdirSync(path.join(root, 'docs/walkthrough', language)).map((name) => `docs/walkthrough/${language}/${name}`).sort());
      for (const page of pages) assert.ok(existsSync(path.join(root, page)));
    }
  });

  it('leads to the form editor by the names of the menu and of the editor, as the READMEs do', () => {
    const menus = [[en, 'README.md', 'Reopen Editor With…'], [ja, 'README.ja.md', 'エディターを再度開くアプリケーションの選択']] as const;
    for (const [bundle, readme, menu] of menus) {
      for (const page of [readme, bundle['walkthrough.new.media']!]) assert.ok(read(page).includes(`${menu} → ${bundle['customEditor.form']!}`), page);
    }
  });

  it('says the same in both: keys, commands, code', () => {
    for (const key of media) {
      const [one, other] = [read(en[key]!), read(ja[key]!)];
      assert.ok(JAPANESE.test(other.replace(/```[^]*?```/g, '')), key);
      const own = (text: string): string[] => (text.match(/\*\*(?:Ctrl|Shift|F\d)[^*]*\*\*|command:[\w.]+|\bstrict\b/g) ?? []).sort();
      assert.deepEqual(own(other), own(one), key);
      assert.equal(other.match(/^```/gm)?.length, one.match(/^```/gm)?.length, key);
    }
  });
});

describe('The pictures', () => {
  const FOLDER = 'docs/images';
  /** In thousands of bytes. */
  const [LARGEST, ALL] = [330, 2100];
  const pictures = globSync(`${FOLDER}/**/*.png`, { cwd: root }).sort();
  const shownBy = (readme: string): string[] => [...read(readme).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, address]) => address!);

  it('are the same in both languages, each in the language of its README', () => {
    const [english, japanese] = [shownBy('README.md'), shownBy('README.ja.md')];
    assert.ok(english.filter((name) => name.startsWith(`${FOLDER}/en/`)).length >= 6);
    assert.deepEqual(japanese, english.map((name) => name.replace('/en/', '/ja/')));
    assert.deepEqual([...new Set([...english, ...japanese])].sort(), pictures);
  });

  it('are pictures within their budget, no two of them alike', () => {
    const contents = pictures.map((name) => readFileSync(path.join(root, name)));
    for (const [at, content] of contents.entries()) {
      assert.equal(content.toString('latin1', 1, 4), 'PNG', pictures[at]);
      assert.ok(content.length <= LARGEST * 1000, `${pictures[at]!}: ${content.length}`);
    }
    assert.ok(contents.reduce((sum, { length }) => sum + length, 0) <= ALL * 1000);
    assert.equal(new Set(contents.map((content) => content.toString('base64'))).size, pictures.length);
  });
});

describe('The sources of the extension and of its pages', () => {
  /** The page's own words, each of which is a message (client.test.ts), and a script that is written by another. */
  const others = ['client/src/preview/words.ts', 'client/src/worker-script.ts'];
  const sources = globSync('client/src/**/*.ts', { cwd: root }).filter((file) => !others.includes(file)).sort();

  it('show no text that is not translated', () => {
    assert.ok(sources.some((file) => file.includes('webview/')) && sources.length > 40);
    const found = sources.flatMap((file) => proseIn(file, read(file)).map(({ line, text }) => `${file}:${line}: ${text}`));
    assert.deepEqual(found, []);
  });

  it('have none in their styles', () => {
    for (const file of [...globSync('client/src/**/*.css', { cwd: root }), ...globSync('server/src/render/**/*.css', { cwd: root })]) {
      const contents = [...read(file).matchAll(/content:\s*(['"])(.*?)\1/g)].map(([, , text]) => text!);
      assert.deepEqual(contents.filter((text) => /\p{L}/u.test(text)), [], file);
    }
  });
});

describe('The search for texts that are not translated', () => {
  const found = (source: string): string[] => proseIn('a.ts', source).map(({ text }) => text);

  it('finds what is shown to people, wherever it is written', () => {
    assert.deepEqual(found("vscode.window.showErrorMessage('gone');"), ['gone']);
    assert.deepEqual(found("throw new Error('No such sheet');"), ['No such sheet']);
    assert.deepEqual(found('item.tooltip = `open ${name}`;'), ['open ']);
    assert.deepEqual(found("element('button', { title: 'close', 'aria-label': 'close' }, 'x');"), ['close', 'close', 'x']);
    assert.deepEqual(found("button('ok', run);"), ['ok']);
    assert.deepEqual(found("const text = '開く';"), ['開く']);
    assert.deepEqual(found("quickPick({ placeHolder: 'which', items: [{ label: yes ? 'yes' : 'no' }] });"), ['which', 'yes', 'no']);
    assert.deepEqual(found('node.textContent = `${n} errors`;'), [' errors']);
    assert.deepEqual(found("const html = `<p title=\"${t}\">Nothing here</p>`;"), ['Nothing here']);
  });

  it('leaves what is code, and what is translated', () => {
    for (const source of ["vscode.window.showErrorMessage(vscode.l10n.t('It is gone: {0}', name));", "import a from 'some where';", "commands.executeCommand('sds.openPreview');",
      "if (event.key === 'Enter') run();", "root.querySelector('tr[data-row] td, .a .b');", "type A = 'no text' | 'Other';", "element('tr', { class: 'row open' });",
      "const html = `<main class=\"a b\"></main>`;", "item.text = `$(checklist) ${text}`;", "document.addEventListener('keydown', run);"]) {
      assert.deepEqual(found(source), [], source);
    }
  });
});
