import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CONTRADICTION } from '../support/contradiction.ts';
import { Client, type ClientOptions } from './client.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');

describe('The bundled language server by itself', () => {
  it('says in one line that an editor is to start it', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server.js'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_US.UTF-8' } });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^sds-language-server: .*--stdio[^\n]*\n$/);
  });
});

describe('The bundled language server over stdio', () => {
  let client: Client;
  const start = async (options?: ClientOptions): Promise<void> => void (client = await Client.start(options));

  afterEach(async () => {
    assert.deepEqual(client.logged, [], 'nothing is logged: no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('tells what it can do', async () => {
    await start();
    const { capabilities } = client.initialized;
    assert.equal(capabilities.textDocumentSync, 2);
    assert.ok(capabilities.diagnosticProvider);
    assert.ok(capabilities.hoverProvider);
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: [
        'quickfix', 'refactor.rewrite', 'refactor.extract', 'refactor.inline', 'refactor.move', 'source.fixAll.sds', 'source.questionComments.write.sds', 'source.questionComments.remove.sds',
        'source.remarks.renumber.sds', 'source.remarks.numberNames.sds', 'source.remarks.nameNumbers.sds',
      ],
    });
    for (const character of ['0', '.', 'C', '９', '．', 'Ｃ']) assert.ok(capabilities.completionProvider!.triggerCharacters!.includes(character), character);
  });

  it('finds only the unused remark in the sample', async () => {
    await start();
    await client.open(sample);
    const found = (await client.diagnostics()).filter((one) => one.severity! <= 2);
    assert.deepEqual(found.map((one) => [one.code, one.source]), [['unused-remark', 'sds']]);
  });

  it('reports a contradiction with the answer that decides, and follows edits', async () => {
    await start();
    await client.open(CONTRADICTION);
    const found = (await client.diagnostics()).find((one) => one.code === 'inconsistent-answer')!;
    assert.deepEqual(found.range, client.rangeOf('はい'));
    assert.match(found.message as string, /^1\.1 は、1 が「非該当」のため対象外です/);
    assert.deepEqual(found.relatedInformation![0]!.location, { uri: client.uri, range: client.rangeOf('非該当') });
    await client.change(client.rangeOf('はい'), '対象外');
    assert.ok(!(await client.diagnostics()).some((one) => one.code === 'inconsistent-answer'));
  });

  const takes: Record<string, [ClientOptions, expected: string[]]> = {
    'nothing besides': [{ capabilities: { textDocument: { publishDiagnostics: {} } } }, []],
    'nothing besides, and does not ask': [{ pull: false, capabilities: { textDocument: { publishDiagnostics: {} } } }, []],
    'second places': [{ pull: false, capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } }, ['relatedInformation']],
    'links': [{ pull: false, capabilities: { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } } }, ['codeDescription']],
    'both, said of what it asks for': [
      { capabilities: { textDocument: { publishDiagnostics: {}, diagnostic: { relatedInformation: true, codeDescriptionSupport: true } } } }, ['codeDescription', 'relatedInformation'],
    ],
    'both, said of what may be sent to it': [
      { capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true }, diagnostic: {} } } }, ['codeDescription', 'relatedInformation'],
    ],
  };
  for (const [what, [options, expected]] of Object.entries(takes)) {
    it(`sends no more of a diagnostic than a client takes: ${what}`, async () => {
      await start(options);
      await client.open(CONTRADICTION);
      const all = options.pull === false ? await client.pushedFor(1) : await client.diagnostics();
      const parts = (found: object): string[] => Object.keys(found).filter((key) => key === 'codeDescription' || key === 'relatedInformation').sort();
      assert.deepEqual(parts(all.find((one) => one.code === 'inconsistent-answer')!), expected);
      const [action] = await client.codeActions(client.rangeOf('はい'));
      assert.deepEqual(parts(action!.diagnostics![0]!), expected);
    });
  }

  it('offers fixes and their edits', async () => {
    await start();
    await client.open(CONTRADICTION);
    const actions = await client.codeActions(client.rangeOf('はい'), ['quickfix']);
    assert.deepEqual(actions.map((one) => one.title), ['1.1 を「対象外」にする', '1 を「該当」にする']);
    assert.ok(actions[0]!.isPreferred);
    assert.equal(client.apply(actions[0]!), CONTRADICTION.replace('はい', '対象外'));
    assert.equal(client.apply(actions[1]!), CONTRADICTION.replace('非該当', '該当'));
  });

  it('mends all that is safe at once', async () => {
    await start();
    await client.open(CONTRADICTION.replace('1.1: はい', '１．１：はい').replace('様式: ', '様式：'));
    const [action] = await client.codeActions(client.rangeOf('様式'), ['source.fixAll']);
    assert.equal(action!.kind, 'source.fixAll.sds');
    assert.equal(client.apply(action!), CONTRADICTION);
  });

  it('completes and hovers, in English where the client speaks English', async () => {
    await start({ locale: 'en-us' });
    await client.open(`${CONTRADICTION}  75:\n    参照項番: 6.11.C\n`);
    const { items, isIncomplete } = await client.completion(client.find('6.11.C', true), 'C');
    assert.ok(isIncomplete);
    assert.equal(items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1))[0]!.label, '6.11.C8');
    const hover = await client.hover(client.find('  1.1', true));
    assert.match((hover!.contents as { value: string }).value, /does not apply/);
  });

  const NO_LANGUAGE = { LC_ALL: '', LC_MESSAGES: '', LANG: '' };
  const languages: [string, ClientOptions, RegExp][] = [
    ['the command line before that of the client', { args: ['--locale', 'en'], locale: 'ja', env: NO_LANGUAGE }, /does not apply/],
    ['the client before that of the environment', { locale: 'ja', env: { ...NO_LANGUAGE, LC_ALL: 'en_US.UTF-8' } }, /対象外です/],
    ['the environment where the client says nothing', { locale: '', env: { ...NO_LANGUAGE, LANG: 'en_US.UTF-8' } }, /does not apply/],
    ['Japan where nothing says anything', { locale: '', env: { ...NO_LANGUAGE, LANG: 'C.UTF-8' } }, /対象外です/],
  ];
  for (const [whose, options, expected] of languages) {
    it(`speaks the language of ${whose}`, async () => {
      await start(options);
      await client.open(CONTRADICTION);
      assert.match((await client.diagnostics()).find((one) => one.code === 'inconsistent-answer')!.message as string, expected);
    });
  }

  it('sends diagnostics to a client that cannot pull, and takes them back on close', async () => {
    await start({ pull: false });
    await client.open(CONTRADICTION);
    assert.ok((await client.pushedFor(1)).some((one) => one.code === 'inconsistent-answer'));
    await client.change(client.rangeOf('はい'), '対象外');
    assert.ok(!(await client.pushedFor(2)).some((one) => one.code === 'inconsistent-answer'));
    await client.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(client.pushed.at(-1)!.diagnostics, []);
  });

  it('puts the client\'s own command behind items that something follows', async () => {
    await start({ initializationOptions: { suggestCommand: 'editor.action.triggerSuggest' } });
    await client.open(`${CONTRADICTION}  7`);
    const { items } = await client.completion(client.find('  7', true));
    assert.equal(items[0]!.command!.command, 'editor.action.triggerSuggest');
  });

  it('renders the preview', async () => {
    await start();
    await client.open(sample);
    const preview = await client.connection.sendRequest<{ version: number; title: string; html: string }>('sds/preview', { uri: client.uri });
    assert.equal(preview.version, 1);
    assert.match(preview.html, /診療録及び診療諸記録の外部保存を受託するか？/);
    assert.equal(await client.connection.sendRequest('sds/preview', { uri: 'file:///other' }), null);
  });

  it('survives whatever is typed', async () => {
    await start();
    for (const text of ['', ':', '{[', '\u0000', '回答:\n\t- : [}', '様式: *a\n回答: &a *a\n', '---\n---\n', 'a'.repeat(2_000_000), '['.repeat(100_000), `a: ${'[b, '.repeat(100_000)}`, '- '.repeat(100_000)]) {
      await client.open(text);
      await client.diagnostics();
      await client.completion({ line: 0, character: 1 });
      await client.hover({ line: 9, character: 9 });
      await client.codeActions({ start: { line: 0, character: 0 }, end: { line: 9, character: 0 } });
    }
  });

  it('answers nothing for a document that is not open', async () => {
    await start();
    assert.deepEqual(await client.diagnostics(), []);
    assert.equal(await client.hover({ line: 0, character: 0 }), null);
  });
});
