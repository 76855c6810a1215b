import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc';
import type { Location, Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../protocol/client.ts';
import { checkRanges } from '../support/everything.ts';
import { mutatedPart, piece, sample } from '../support/soup.ts';
import { documentRequest, request, resolving, type Request } from './requests.ts';

/** What a careless client does next. Numbers are taken modulo what there is. */
export type Step =
  | { do: 'open'; of: number; text: string }
  | { do: 'close'; of: number }
  /** @param back how much the version is less than it should be */
  | { do: 'edit'; of: number; from: number; length: number; text: string; back?: number }
  /** A range as no editor has one: beyond the text, within a line break or a pair of surrogates, its end before its start. */
  | { do: 'strange edit'; of: number; range: Range; text: string }
  | { do: 'replace'; of: number; text: string }
  | { do: 'ask'; of: number; what: number; from: number; to: number; cancel: boolean; anywhere?: Position }
  | { do: 'repeat' }
  | { do: 'nonsense'; what: number };

const of = fc.nat({ max: 2 });
const opening = fc.record({ do: fc.constant('open' as const), of, text: fc.oneof(mutatedPart, fc.constant(sample)) });
const anywhere: fc.Arbitrary<Position> = fc.record({
  line: fc.oneof(fc.nat({ max: 12 }), fc.constantFrom(200, 2 ** 31 - 1)), character: fc.oneof(fc.nat({ max: 30 }), fc.constantFrom(2_000, 2 ** 31 - 1)),
});
/** What lies on both sides of a place that no editor's cursor stands at. */
const SPLIT = ['𠮟', '\r\n', '𠮟\r\n𠮟', '\r', '\udc00', '\ud800'] as const;
const inserted = fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.constantFrom(...SPLIT) }, { weight: 2, arbitrary: fc.constant('') });

/** Begins with an open document; the rest comes in any order, also where it makes no sense. */
export const session: fc.Arbitrary<Step[]> = fc.tuple(opening, fc.array(fc.oneof(
  { weight: 1, arbitrary: opening },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), of }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), of, from: fc.nat(), length: fc.nat({ max: 12 }), text: inserted, back: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat({ max: 5 })) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('strange edit' as const), of, range: fc.record({ start: anywhere, end: anywhere }), text: inserted }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), of, text: mutatedPart }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('ask' as const), of, what: fc.nat(), from: fc.nat(), to: fc.nat(), cancel: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), of, what: fc.nat(), from: fc.nat(), to: fc.nat(), cancel: fc.boolean(), anywhere }) },
  { weight: 1, arbitrary: fc.constant({ do: 'repeat' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('nonsense' as const), what: fc.nat() }) },
), { maxLength: 40 })).map(([first, rest]) => [first, ...rest]);

/** Notifications that no client should send. */
const NONSENSE: [method: string, params: object][] = [
  ['textDocument/didClose', { textDocument: { uri: 'file:///never-opened.sds.yaml' } }],
  ['textDocument/didChange', { textDocument: { uri: 'file:///never-opened.sds.yaml', version: 4 }, contentChanges: [{ text: 'x' }] }],
  ['textDocument/didSave', { textDocument: { uri: 'file:///never-opened.sds.yaml' } }],
  ['workspace/didChangeConfiguration', { settings: { sds: { profile: 7, rules: ['x'] } } }],
  ['workspace/didChangeConfiguration', { settings: { sds: JSON.parse('{"__proto__":{"profile":"strict"},"rules":{"__proto__":"off","constructor":"error"}}') as object } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///gone/.sds/forms/a.yaml', type: 3 }, { uri: 'untitled:x', type: 1 }] }],
  ['$/cancelRequest', { id: 99_999 }],
  ['$/setTrace', { value: 'verbose' }],
  ['sds/unknown', {}],
];

/** Requests that end so are answered: cancelled, out of date, refused with a reason (a rename), or wrong in their parameters. */
const ALLOWED = [-32800, -32801, -32802, -32602, -32803];
const PATIENCE = 20_000;
/** How many of the requests about an edited document are compared with those about the same text opened anew. */
const COMPARED = 5;

/**
 * Plays a session to a server and asks, for each document that is open at its end, whether the answers are those about the
 * same text opened anew, and all ranges places of that text.
 * @throws where a request fails or is never answered, the server logs an error of its own or has died, or answers differ
 */
export async function runSession(client: Client, steps: readonly Step[]): Promise<void> {
  const { connection } = client;
  const open = new Map<string, TextDocument>();
  const answers: Promise<unknown>[] = [];
  let latest: (() => Promise<void>) | undefined;
  const notify = async (method: string, params: object): Promise<void> => {
    latest = () => connection.sendNotification(method, params);
    await latest();
  };
  /** A document that is not open is changed, too: the server takes no notice. */
  const change = async (uri: string, changes: { range?: Range; text: string }[], back = 0): Promise<void> => {
    const document = open.get(uri);
    const version = (document?.version ?? 1) + 1 - back;
    if (document) open.set(uri, TextDocument.update(document, changes, version));
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
    latest = undefined;
  };
  for (const step of steps) {
    if (step.do === 'repeat') await latest?.();
    else if (step.do === 'nonsense') await connection.sendNotification(...NONSENSE[step.what % NONSENSE.length]!);
    else {
      const uri = `file:///fuzz-${step.of}.sds.yaml`;
      const document = open.get(uri);
      if (step.do === 'open') {
        // Opening twice is what a confused client does; the later text holds.
        open.set(uri, TextDocument.create(uri, 'sds-yaml', 1, step.text));
        await notify('textDocument/didOpen', { textDocument: { uri, languageId: 'sds-yaml', version: 1, text: step.text } });
        latest = undefined;
      } else if (step.do === 'close') {
        open.delete(uri);
        await notify('textDocument/didClose', { textDocument: { uri } });
      } else if (step.do === 'edit') await change(uri, [{ range: rangeIn(document, step.from, step.length), text: step.text }], step.back);
      else if (step.do === 'strange edit') await change(uri, [{ range: step.range, text: step.text }, { range: { start: step.range.end, end: step.range.start }, text: step.text }]);
      else if (step.do === 'replace') await change(uri, [{ text: step.text }]);
      else {
        const range = rangeIn(document, step.from, step.to % 200);
        const position = step.anywhere ?? range.start;
        const asked = request(step.what, { uri, version: document?.version ?? 1, range: step.anywhere ? { start: position, end: range.end } : range, position });
        const source = new CancellationTokenSource();
        answers.push(ask(client, asked, source).then((answer) => {
          const rest = resolving(asked.method, answer);
          return rest && ask(client, rest);
        }));
        if (step.cancel) source.cancel();
      }
    }
  }
  await Promise.all(answers);
  let compared = steps.length;
  for (const document of open.values()) {
    await compare(client, document, compared);
    compared += COMPARED;
  }
  for (const uri of open.keys()) await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  assert.equal(client.process.exitCode, null, 'the server died');
  assert.deepEqual(client.failures.splice(0), []);
}

/** @param first which request is compared first; the findings are always */
async function compare(client: Client, document: TextDocument, first: number): Promise<void> {
  const { connection } = client;
  const { uri, version } = document;
  const text = document.getText();
  const fresh = uri.replace('fuzz-', 'fresh-');
  const range = rangeIn(document, first * 97, 40);
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: fresh, languageId: 'sds-yaml', version, text } });
  const about = (what: number) => (one: string): Request => documentRequest(what, { uri: one, version, range, position: range.start });
  const findings = (one: string): Request => ({ method: 'textDocument/diagnostic', params: { textDocument: { uri: one } } });
  for (const asked of [findings, ...Array.from({ length: COMPARED }, (_, index) => about(first + index))]) {
    const [edited, anew] = await Promise.all([uri, fresh].map((one) => ask(client, asked(one))));
    const { method } = asked(uri);
    const places = method === 'textDocument/references';
    assert.deepEqual(named(edited, uri, fresh, places), named(anew, uri, fresh, places), `${method} after edits of ${JSON.stringify(text)}`);
    checkRanges(places && Array.isArray(edited) ? (edited as Location[]).filter((place) => place.uri === uri) : edited, document, method);
  }
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri: fresh } });
}

async function ask({ connection }: Client, { method, params }: Request, source = new CancellationTokenSource()): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${method} is never answered.`)), PATIENCE);
  });
  try {
    return await Promise.race([connection.sendRequest(method, params, source.token), never]);
  } catch (error) {
    if (error instanceof ResponseError && ALLOWED.includes(error.code)) return null;
    throw error instanceof ResponseError ? new Error(`${method} ${JSON.stringify(params)}: ${error.message}`) : error;
  } finally {
    clearTimeout(timer);
  }
}

function rangeIn(document: TextDocument | undefined, from: number, length: number): Range {
  if (!document) return { start: { line: 3, character: 1 }, end: { line: 900, character: 7 } };
  const start = from % (document.getText().length + 1);
  return { start: document.positionAt(start), end: document.positionAt(start + length) };
}

/**
 * An answer in which the one document is called like the other. Names of results are of what they are about.
 * @param places whether the answer is of places in all documents, where the order of the documents is that of their opening
 */
function named(answer: unknown, uri: string, fresh: string, places: boolean): unknown {
  const written = JSON.parse(JSON.stringify(answer ?? null).replaceAll(uri, fresh)) as unknown;
  if (typeof written === 'object' && written !== null && 'resultId' in written) delete written.resultId;
  return places && Array.isArray(written) ? written.map((place) => JSON.stringify(place)).sort() : written;
}
