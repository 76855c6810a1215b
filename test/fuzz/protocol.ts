import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc';
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../protocol/client.ts';
import { mutatedPart, piece, sample } from '../support/soup.ts';

/** What a careless client does next. Numbers are taken modulo what there is. */
export type Step =
  | { do: 'open'; of: number; text: string }
  | { do: 'close'; of: number }
  | { do: 'edit'; of: number; from: number; length: number; text: string }
  | { do: 'ask'; of: number; what: number; from: number; to: number; cancel: boolean }
  | { do: 'repeat' }
  | { do: 'nonsense'; what: number };

const of = fc.nat({ max: 2 });
const opening = fc.record({ do: fc.constant('open' as const), of, text: fc.oneof(mutatedPart, fc.constant(sample)) });

/** Begins with an open document; the rest comes in any order, also where it makes no sense. */
export const session: fc.Arbitrary<Step[]> = fc.tuple(opening, fc.array(fc.oneof(
  { weight: 1, arbitrary: opening },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), of }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), of, from: fc.nat(), length: fc.nat({ max: 12 }), text: fc.oneof(piece, fc.constant('')) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('ask' as const), of, what: fc.nat(), from: fc.nat(), to: fc.nat(), cancel: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'repeat' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('nonsense' as const), what: fc.nat() }) },
), { maxLength: 40 })).map(([first, rest]) => [first, ...rest]);

type Place = { textDocument: { uri: string }; uri: string; position: unknown; range: unknown };
const ASKED: [method: string, params: (place: Place) => object][] = [
  ['textDocument/completion', ({ textDocument, position }) => ({ textDocument, position })],
  ['textDocument/hover', ({ textDocument, position }) => ({ textDocument, position })],
  ['textDocument/definition', ({ textDocument, position }) => ({ textDocument, position })],
  ['textDocument/references', ({ textDocument, position }) => ({ textDocument, position, context: { includeDeclaration: true } })],
  ['textDocument/documentHighlight', ({ textDocument, position }) => ({ textDocument, position })],
  ['textDocument/prepareRename', ({ textDocument, position }) => ({ textDocument, position })],
  ['textDocument/rename', ({ textDocument, position }) => ({ textDocument, position, newName: '9' })],
  ['textDocument/codeAction', ({ textDocument, range }) => ({ textDocument, range, context: { diagnostics: [] } })],
  ['textDocument/documentSymbol', ({ textDocument }) => ({ textDocument })],
  ['textDocument/foldingRange', ({ textDocument }) => ({ textDocument })],
  ['textDocument/selectionRange', ({ textDocument, position }) => ({ textDocument, positions: [position] })],
  ['textDocument/semanticTokens/full', ({ textDocument }) => ({ textDocument })],
  ['textDocument/inlayHint', ({ textDocument, range }) => ({ textDocument, range })],
  ['textDocument/codeLens', ({ textDocument }) => ({ textDocument })],
  ['textDocument/documentLink', ({ textDocument }) => ({ textDocument })],
  ['textDocument/formatting', ({ textDocument }) => ({ textDocument, options: { tabSize: 2, insertSpaces: true } })],
  ['textDocument/rangeFormatting', ({ textDocument, range }) => ({ textDocument, range, options: { tabSize: 2, insertSpaces: true } })],
  ['textDocument/onTypeFormatting', ({ textDocument, position }) => ({ textDocument, position, ch: '\n', options: { tabSize: 2, insertSpaces: true } })],
  ['textDocument/diagnostic', ({ textDocument }) => ({ textDocument })],
  ['workspace/symbol', () => ({ query: '備考' })],
  ['sds/preview', ({ uri }) => ({ uri, view: 'guideline' })],
  ['sds/state', ({ uri }) => ({ uri })],
  ['sds/questionLines', ({ uri }) => ({ uri })],
  ['sds/report', ({ uri }) => ({ uri, name: 'a' })],
  ['sds/render', ({ uri }) => ({ uri })],
  ['sds/openQuestion', ({ uri, position }) => ({ uri, position })],
  ['sds/problem', ({ uri, position }) => ({ uri, position })],
  ['sds/reference', ({ uri }) => ({ uri, reference: '6.11.C8' })],
  ['sds/edit', ({ uri }) => ({ uri, version: 1, edits: [] })],
];

/** Notifications that no client should send. */
const NONSENSE: [method: string, params: object][] = [
  ['textDocument/didClose', { textDocument: { uri: 'file:///never-opened.sds.yaml' } }],
  ['textDocument/didChange', { textDocument: { uri: 'file:///never-opened.sds.yaml', version: 4 }, contentChanges: [{ text: 'x' }] }],
  ['textDocument/didSave', { textDocument: { uri: 'file:///never-opened.sds.yaml' } }],
  ['workspace/didChangeConfiguration', { settings: { sds: { profile: 7, rules: ['x'] } } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///gone/.sds/forms/a.yaml', type: 3 }, { uri: 'untitled:x', type: 1 }] }],
  ['$/cancelRequest', { id: 99_999 }],
  ['$/setTrace', { value: 'verbose' }],
  ['sds/unknown', {}],
];

/** Requests that end so are answered: cancelled, out of date, refused with a reason (a rename), or wrong in their parameters. */
const ALLOWED = [-32800, -32801, -32802, -32602, -32803];
const PATIENCE = 20_000;

/**
 * Plays a session to a server and asks, for each document that is open at its end, whether the findings are those of the
 * same text opened anew.
 * @throws where a request fails or is never answered, the server logs an error of its own or has died, or findings differ
 */
export async function runSession(client: Client, steps: readonly Step[]): Promise<void> {
  const { connection } = client;
  const open = new Map<string, TextDocument>();
  const uriOf = (index: number): string => `file:///fuzz-${index}.sds.yaml`;
  const answers: Promise<unknown>[] = [];
  let latest: (() => Promise<void>) | undefined;
  const notify = async (method: string, params: object): Promise<void> => {
    latest = () => connection.sendNotification(method, params);
    await latest();
  };
  for (const step of steps) {
    if (step.do === 'repeat') await latest?.();
    else if (step.do === 'nonsense') await connection.sendNotification(...NONSENSE[step.what % NONSENSE.length]!);
    else {
      const uri = uriOf(step.of);
      const document = open.get(uri);
      if (step.do === 'open') {
        // Opening twice is what a confused client does; the later text holds.
        open.set(uri, TextDocument.create(uri, 'sds-yaml', 1, step.text));
        await notify('textDocument/didOpen', { textDocument: { uri, languageId: 'sds-yaml', version: 1, text: step.text } });
        latest = undefined;
      } else if (step.do === 'close') {
        open.delete(uri);
        await notify('textDocument/didClose', { textDocument: { uri } });
      } else if (step.do === 'edit') {
        if (!document) continue;
        const range = rangeIn(document, step.from, step.length);
        const version = document.version + 1;
        open.set(uri, TextDocument.update(document, [{ range, text: step.text }], version));
        await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: step.text }] });
        latest = undefined;
      } else {
        const [method, params] = ASKED[step.what % ASKED.length]!;
        const range = document ? rangeIn(document, step.from, step.to % 200) : { start: { line: 3, character: 1 }, end: { line: 900, character: 7 } };
        const source = new CancellationTokenSource();
        answers.push(answered(method, connection.sendRequest(method, params({ textDocument: { uri }, uri, position: range.start, range }), source.token)));
        if (step.cancel) source.cancel();
      }
    }
  }
  await Promise.all(answers);
  for (const [uri, document] of open) {
    const fresh = uri.replace('fuzz-', 'fresh-');
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: fresh, languageId: 'sds-yaml', version: 1, text: document.getText() } });
    const [edited, anew] = await Promise.all([uri, fresh].map((one) => answered('textDocument/diagnostic', connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: one } }))));
    assert.deepEqual(itemsOf(edited, uri, fresh), itemsOf(anew, uri, fresh), `findings after edits of ${JSON.stringify(document.getText())}`);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: fresh } });
  }
  for (const uri of open.keys()) await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  assert.equal(client.process.exitCode, null, 'the server died');
  assert.deepEqual(client.failures.splice(0), []);
}

async function answered(method: string, answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${method} is never answered.`)), PATIENCE);
  });
  try {
    return await Promise.race([answer, never]);
  } catch (error) {
    if (error instanceof ResponseError && ALLOWED.includes(error.code)) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function rangeIn(document: TextDocument, from: number, length: number): Range {
  const start = from % (document.getText().length + 1);
  return { start: document.positionAt(start), end: document.positionAt(start + length) };
}

function itemsOf(report: unknown, uri: string, fresh: string): unknown {
  return JSON.parse(JSON.stringify((report as { items: unknown }).items).replaceAll(uri, fresh));
}
