import assert from 'node:assert/strict';
import * as protocol from 'vscode-languageserver-protocol/node';
import * as own from '../../server/src/lsp/protocol.ts';
import { requests, resolving, type Request } from '../fuzz/requests.ts';
import { Client } from './client.ts';

const { ErrorCodes, ResponseError } = protocol;
const TEXT = '様式: SDS-4.0\n回答:\n  3: はい\n  4: いいえ\n備考:\n  1: あ\n';
const URI = 'file:///sheet.sds.yaml';
const position = { line: 2, character: 3 };
const range = { start: position, end: position };
const HOVER: Request = { method: 'textDocument/hover', params: { textDocument: { uri: URI }, position } };
/** Asked once on the way. */
const LIFE = ['initialize', 'shutdown'];

/** What stands where something else should. `undefined` stands for what is left out. */
const WRONG: unknown[] = [undefined, null, 7, -1, 1.5, true, 'NaN', [], [null], {}];
/** What is nothing to the server, or may be anything. */
const FREE = /(?:^|\.)(?:previousResultId|value|triggerKind|insertSpaces|includeDeclaration|backwards|languageId|token|reason|type|settings|id)$/;
/** What may be left out. */
const OPTIONAL = /^(?:view|sectionOf|context\.(?:only|diagnostics)|proposal\.(?:remark|reason)|header\..*|contentChanges\.0\.range)$/;
/** What may be null as well. */
const NULLABLE = /^(?:capabilities|workspaceFolders|rootUri|locale)$/;
const WITHOUT_FILE = /^sds\/(?:forms|newSheet|importGuideline)$/;

type Kind = 'text' | 'count' | 'number' | 'list' | 'object' | 'other';
function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? 'count' : 'other';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'object' : 'other';
}

/** A message of which one member is something else. */
interface Malformed extends Request {
  /** Which, and what it is. */
  wrong: string;
  /** Whether nothing else than a refusal will do. */
  refused: boolean;
}

/** @returns every message with one wrong value, at each of its members and instead of them all */
function malformed({ method, params }: Request): Malformed[] {
  const placesOf = (value: unknown, path: string[]): string[][] =>
    [path, ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key])) : [])];
  return placesOf(params, []).flatMap((path) => WRONG.map((value): Malformed => {
    const where = path.join('.');
    const right = path.reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], params);
    const isVersion = path.at(-1) === 'version' && Number.isInteger(value);
    const edit = path.slice(0, -1).reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], params) as { kind?: unknown };
    const isLeftOut = ((OPTIONAL.test(where) || (where === 'uri' && WITHOUT_FILE.test(method))) && value === undefined)
      || (NULLABLE.test(where) && (value === undefined || value === null)) || (edit.kind === 'provisional' && where.endsWith('text') && value === null);
    return {
      method, params: replaced(params, path, value) as object, wrong: `${where} ${JSON.stringify(value)}`,
      refused: !FREE.test(where) && !isVersion && !isLeftOut && kindOf(value) !== kindOf(right),
    };
  }));
}

function replaced(of: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(of)) return of.map((one: unknown, at) => (String(at) === key ? replaced(one, rest, value) : one));
  return { ...(of as object), [key]: replaced((of as Record<string, unknown>)[key], rest, value) };
}

describe('The server and malformed parameters', () => {
  let client: Client;
  let said: unknown;
  before(async () => {
    const resolves = { resolveSupport: { properties: ['edit', 'documentation', 'tooltip'] } };
    client = await Client.start({
      uri: URI, settings: () => null, watches: true, workspaceFolders: [],
      capabilities: { textDocument: { codeAction: { dataSupport: true, ...resolves }, completion: { completionItem: resolves }, inlayHint: resolves }, workspace: { workspaceFolders: true }, window: { workDoneProgress: true } },
    });
    await client.open(TEXT);
    said = await ask(HOVER);
    assert.ok(said);
  });
  after(async () => assert.equal(await client.stop(), 0));
  afterEach(async () => {
    assert.deepEqual([await ask(HOVER), client.logged, client.process.exitCode], [said, [], null]);
  });

  const ask = ({ method, params }: Request, of = client): Promise<unknown> => of.connection.sendRequest(method, params);
  /** @returns the code of the error with which a request is answered */
  const codeOf = async (request: Request, of = client): Promise<number | undefined> => {
    try {
      await ask(request, of);
      return undefined;
    } catch (error) {
      assert.ok(error instanceof ResponseError, String(error));
      assert.doesNotMatch(error.message, /\n|TypeError/);
      return error.code;
    }
  };

  const all = requests({ uri: URI, version: 1, position, range });
  const SAVING: Request = { method: 'textDocument/willSaveWaitUntil', params: { textDocument: { uri: URI }, reason: 1 } };
  const methods = [...new Set([...all, SAVING].map(({ method }) => method))];

  it('are those of every request that it listens to', async () => {
    const known = Object.values(protocol).flatMap((one) => {
      const { method, type } = one as { method?: unknown; type?: unknown };
      return typeof method === 'string' && type instanceof Object && /^Protocol?RequestType/.test(type.constructor.name) ? [method] : [];
    });
    assert.ok(known.length > 50);
    const params = { textDocument: { uri: URI }, position, range, positions: [], context: { diagnostics: [] }, query: '', newName: '', ch: '', options: { tabSize: 2, insertSpaces: true }, previousResultIds: [] };
    const listened: string[] = [];
    for (const method of known.filter((one) => !LIFE.includes(one))) if (await codeOf({ method, params }) !== ErrorCodes.MethodNotFound) listened.push(method);
    const asked = Object.entries(own).flatMap(([name, value]) => (name.endsWith('_REQUEST') && !/^(?:READ_FILE|LIST_FOLDER|FILE_STAMP)/.test(name) ? [value] : []));
    assert.deepEqual([...listened, ...asked].sort(), [...methods, 'completionItem/resolve', 'codeAction/resolve', 'inlayHint/resolve'].sort());
  });

  for (const method of methods) {
    it(`refuses them in one line, and logs nothing: ${method}`, async () => {
      for (const request of [...all, SAVING].filter((one) => one.method === method)) {
        const right = await codeOf(request);
        assert.notEqual(right, ErrorCodes.InvalidParams, JSON.stringify(request));
        for (const { wrong, refused, ...one } of malformed(request)) {
          const code = await codeOf(one);
          if (refused) assert.equal(code, ErrorCodes.InvalidParams, `${method}: ${wrong}`);
          else assert.notEqual(code, ErrorCodes.InternalError, `${method}: ${wrong}`);
        }
      }
    });
  }

  for (const method of ['textDocument/completion', 'textDocument/codeAction', 'textDocument/inlayHint']) {
    it(`refuses them also where the rest of an answer is asked for: ${method}`, async () => {
      const asked = all.find((one) => one.method === method)!;
      const whole = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
      const rest = resolving(method, await ask({ method, params: { ...asked.params, ...('range' in asked.params ? { range: whole } : {}) } }));
      assert.ok(rest, method);
      assert.equal(await codeOf(rest), undefined);
      for (const { wrong, refused, params } of malformed(rest)) {
        const code = await codeOf({ method: rest.method, params });
        // An item is the client's to keep, and of what is not the server's own nothing is asked.
        assert.equal(code, refused && wrong.startsWith(' ') ? ErrorCodes.InvalidParams : undefined, `${rest.method}: ${wrong}`);
      }
    });
  }

  it('refuses to begin with them, and begins with what comes next', async () => {
    const other = Client.beside();
    const capabilities = { textDocument: {}, workspace: {} };
    for (const { wrong, refused, ...one } of malformed({ method: 'initialize', params: { capabilities, rootUri: 'file:///', locale: 'ja', workspaceFolders: [{ uri: 'file:///a', name: 'a' }] } })) {
      if (refused && !/^(?:capabilities\.|workspaceFolders\.0\.name)/.test(wrong)) assert.equal(await codeOf(one, other), ErrorCodes.InvalidParams, wrong);
    }
    assert.equal(await codeOf({ method: 'initialize', params: { capabilities } }, other), undefined);
    assert.deepEqual([await other.stop(), other.logged], [0, []]);
  });

  for (const params of [{}, { capabilities: null }, { capabilities: { textDocument: null, workspace: null } }]) {
    it(`takes a client that says this of itself for one that can do little: ${JSON.stringify(params)}`, async () => {
      const other = Client.beside();
      assert.equal(await codeOf({ method: 'initialize', params }, other), undefined);
      await other.connection.sendNotification('initialized', {});
      await other.open(TEXT);
      assert.deepEqual(await other.hover(position), said);
      assert.deepEqual([await other.stop(), other.logged], [0, []]);
    });
  }

  it('refuses whatever comes before the beginning, a second beginning, and whatever comes behind the end', async () => {
    const other = Client.beside();
    const begin: Request = { method: 'initialize', params: { capabilities: {} } };
    const asked: Request[] = [HOVER, { method: 'shutdown', params: {} }, { method: 'textDocument/none', params: {} }];
    for (const one of asked) assert.equal(await codeOf(one, other), ErrorCodes.ServerNotInitialized, one.method);
    await other.open(TEXT);
    assert.equal(await codeOf(begin, other), undefined);
    assert.equal(await codeOf(begin, other), ErrorCodes.InvalidRequest);
    assert.equal(await ask(HOVER, other), null, 'opened before the beginning');
    await other.open(TEXT);
    assert.deepEqual(await ask(HOVER, other), said);
    await other.connection.sendRequest('shutdown');
    for (const one of [...asked, begin]) assert.equal(await codeOf(one, other), ErrorCodes.InvalidRequest, one.method);
    const exited = new Promise((resolve) => other.process.once('exit', resolve));
    await other.connection.sendNotification('exit');
    assert.deepEqual([await exited, other.logged], [0, []]);
  });

  const textDocument = { uri: 'file:///other.sds.yaml', languageId: 'sds-yaml', version: 1, text: TEXT };
  const NOTIFICATIONS: Request[] = [
    { method: 'textDocument/didOpen', params: { textDocument } },
    { method: 'textDocument/didChange', params: { textDocument: { uri: textDocument.uri, version: 2 }, contentChanges: [{ range, text: 'あ' }, { text: TEXT }] } },
    ...['didSave', 'willSave', 'didClose'].map((name) => ({ method: `textDocument/${name}`, params: { textDocument: { uri: textDocument.uri }, reason: 1 } })),
    { method: 'workspace/didChangeConfiguration', params: { settings: {} } },
    { method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: 'file:///gone.sds.yaml', type: 3 }] } },
    { method: 'workspace/didChangeWorkspaceFolders', params: { event: { added: [{ uri: 'file:///gone', name: 'a' }], removed: [{ uri: 'file:///gone', name: 'a' }] } } },
    { method: 'window/workDoneProgress/cancel', params: { token: 'a' } },
    { method: '$/setTrace', params: { value: 'off' } },
    { method: '$/progress', params: { token: 'a', value: {} } },
    { method: '$/cancelRequest', params: { id: 99_999 } },
  ];
  for (const notification of NOTIFICATIONS) {
    it(`takes no notice of them, and lives on: ${notification.method}`, async () => {
      for (const { method, params } of malformed(notification)) {
        await client.connection.sendNotification(method, params);
        await client.connection.sendNotification(notification.method, notification.params);
      }
      assert.equal(await codeOf({ method: 'textDocument/diagnostic', params: { textDocument: { uri: textDocument.uri } } }), undefined);
    });
  }
});
