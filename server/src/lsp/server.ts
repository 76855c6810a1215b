import { TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { triggerCharacters } from '../features/completion/complete.ts';
import type { FeatureContext } from '../features/context.ts';
import { localeOf, translator } from '../l10n/translate.ts';
import { today } from '../today.ts';
import { Workspaces, type WorkspaceHost } from '../workspace/workspaces.ts';
import { FileProblems } from './file-problems.ts';
import { guard } from './guard.ts';
import { createHandlers } from './handlers/index.ts';
import { mergeCapabilities, type Session } from './session.ts';
import { ClientSettings } from './settings.ts';
import { SheetStore } from './sheets.ts';
import { SurroundingsOf, type Surroundings } from './surroundings.ts';
import { watch, watchesFiles } from './watch.ts';

/** What a client may say beyond the protocol when it starts the server. */
interface InitializationOptions {
  /** A client command that opens the list of suggestions; put behind items that something follows. */
  suggestCommand?: string;
}

/**
 * Wires the features to a connection. Knows the protocol and nothing of sheets.
 * @param documents open documents, synchronised incrementally; listened to here
 */
export function serve(connection: Connection, documents: TextDocuments<TextDocument>, host: WorkspaceHost): void {
  const guarded = guard({ error: (message) => connection.console.error(message) });
  const store = new SheetStore();
  const handlers = createHandlers();
  let options: InitializationOptions = {};

  const session: Session = {
    connection, documents, client: {}, locale: 'ja',
    surroundings: (uri) => surroundings.of(uri),
    async answer(feature, uri, token, empty, handle) {
      if (!documents.get(uri)) return empty;
      const around = await surroundings.of(uri);
      const document = documents.get(uri);
      const cancelled = (): boolean => token?.isCancellationRequested === true;
      if (!document || cancelled()) return empty;
      return guarded(feature, empty, () => handle({
        document, around, context: contextOf(document, around),
        findings: () => store.findings(document, around, cancelled),
        allFindings: () => store.allFindings(document, around),
      }));
    },
  };
  const workspaces = new Workspaces(host);
  const problems = new FileProblems(connection, () => translator(session.locale));
  const settings = new ClientSettings(connection, () => void refresh());
  const surroundings = new SurroundingsOf(workspaces, settings, (workspace) => problems.seen(workspace));

  const contextOf = (document: TextDocument, around: Surroundings): FeatureContext => ({
    sheet: store.sheet(document, around),
    translate: translator(session.locale),
    today: today(),
    ...(options.suggestCommand === undefined ? {} : { suggestCommand: options.suggestCommand }),
  });

  /** Everything that is shown may be different now. */
  const refresh = async (): Promise<void> => {
    const all = await Promise.all(documents.keys().map((uri) => surroundings.of(uri)));
    problems.replace(all.map(({ workspace }) => workspace));
    for (const handler of handlers) handler.refresh?.(session);
  };

  connection.onInitialize((params): InitializeResult => {
    session.locale = localeOf(params.locale);
    session.client = params.capabilities;
    options = readOptions(params.initializationOptions);
    settings.initialize(params, translator(session.locale));
    surroundings.folders = foldersOf(params);
    for (const handler of handlers) handler.register(session);
    // What a workspace adds is not known yet, and editors open the list for its words by themselves.
    const completionProvider = { triggerCharacters: triggerCharacters(workspaces.bare.catalogue.guidelines) };
    const capabilities = mergeCapabilities([
      { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider },
      ...handlers.map((handler) => handler.capabilities?.(session) ?? {}),
    ]);
    return { capabilities, serverInfo: { name: 'sds-language-server' } };
  });
  connection.onInitialized(() => watch(connection, session.client));

  connection.onDidChangeConfiguration((params) => settings.changed(params.settings));
  connection.onDidChangeWatchedFiles(() => {
    workspaces.reload();
    void refresh();
  });
  documents.onDidOpen(() => {
    // A client that tells nothing of files: what is new is seen with the next sheet.
    if (!watchesFiles(session.client)) workspaces.reload();
  });
  documents.onDidClose(({ document }) => {
    store.forget(document.uri);
    settings.forget(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}

function readOptions(value: InitializeParams['initializationOptions']): InitializationOptions {
  const suggestCommand: unknown = (value as { suggestCommand?: unknown } | undefined)?.suggestCommand;
  return typeof suggestCommand === 'string' ? { suggestCommand } : {};
}

/** The folders that the client has open, with `/` at their ends. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map((uri) => uri.replace(/\/*$/, '/'));
}
