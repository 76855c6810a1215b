import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MOST_READ, SheetStore } from '../../server/src/lsp/sheets.ts';
import type { Surroundings } from '../../server/src/lsp/surroundings.ts';
import { LIMITS } from '../../server/src/sheet/yaml.ts';
import { catalogue } from '../support/catalogue.ts';

const around = { catalogue: catalogue(), lint: {} } as unknown as Surroundings;
/** @returns sheets of so many characters, each with one finding */
const opened = (count: number, characters: number): TextDocument[] => Array.from({ length: count }, (_, at) => {
  const text = `様式: SDS-4.0\n回答:\n  3: ${at}\n`;
  return TextDocument.create(`file:///${at}.sds.yaml`, 'sds-yaml', 1, `${text}#${'あ'.repeat(characters - text.length - 1)}`);
});

describe('What is read of open sheets', () => {
  it('is kept of a hundred ordinary ones, whatever is asked about them and in whatever order', () => {
    const store = new SheetStore();
    const documents = opened(100, 10_000);
    const [sheets, findings] = [documents.map((one) => store.sheet(one, around)), documents.map((one) => store.findings(one, around))];
    for (const [at, one] of [...documents.entries()].reverse()) {
      assert.equal(store.sheet(one, around), sheets[at]);
      assert.equal(store.findings(one, around), findings[at]);
    }
  });

  it('is let go beyond that, what was asked about longest ago first, and read again to the same end', () => {
    const store = new SheetStore();
    const documents = opened(4, MOST_READ / 4 + 1);
    const read = (at: number) => store.sheet(documents[at]!, around);
    const [first, second] = [read(0), read(1)];
    const findings = store.findings(documents[1]!, around);
    assert.ok(findings.length > 0);
    read(2);
    assert.equal(read(0), first);
    read(3);
    assert.equal(read(0), first);
    assert.notEqual(read(1), second);
    assert.deepEqual(store.findings(documents[1]!, around).map(({ span, message }) => [span, message]), findings.map(({ span, message }) => [span, message]));
  });

  it('weighs no more than what is read, so that a text past the limits pushes nothing else out', () => {
    const store = new SheetStore();
    const [ordinary, huge] = [opened(1, 10_000)[0]!, TextDocument.create('file:///huge.sds.yaml', 'sds-yaml', 1, 'あ'.repeat(3 * MOST_READ))];
    const sheets = [store.sheet(ordinary, around), store.sheet(huge, around)];
    assert.deepEqual([store.sheet(ordinary, around), store.sheet(huge, around)].map((one, at) => one === sheets[at]), [true, true]);
    assert.ok(LIMITS.characters <= MOST_READ / 2);
  });

  it('is forgotten with a sheet that is closed', () => {
    const store = new SheetStore();
    const [one] = opened(1, 1_000);
    const sheet = store.sheet(one!, around);
    store.forget(one!.uri);
    assert.notEqual(store.sheet(one!, around), sheet);
  });
});
