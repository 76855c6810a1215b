import { TextDocumentSyncKind, type Connection, type InitializeResult, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { triggerCharacters } from '../features/completion/complete.ts';
import type { FeatureContext } from '../features/context.ts';
import { localeOf, translator, type Locale, type Translate } from '../l10n/translate.ts';
import { today } from '../today.ts';
import { isOfFolder, isOfficialName } from '../workspace/folder.ts';
import { SheetList } from '../workspace/sheet-list.ts';
import { Workspaces, type WorkspaceHost } from '../workspace/workspaces.ts';
import { breather } from './breathe.ts';
import { diagnosticParts } from './diagnostic-parts.ts';
import { FileProblems } from './file-problems.ts';
import { folderCapabilities, foldersOf, watchFolders } from './folders.ts';
import { guard } from './guard.ts';
import { createHandlers } from './handlers/index.ts';
import { readOptions, type InitializationOptions } from './initialization-options.ts';
import { mergeCapabilities, type Session } from './session.ts';
import { ClientSettings } from './settings.ts';
import { SheetIndex } from './sheet-index.ts';
import { SheetReader } from './sheet-reader.ts';
import { SheetStore } from './sheets.ts';
import { SurroundingsOf, type Surroundings } from './surroundings.ts';
import { watch, watchesFiles } from './watch.ts';
import { refuseMalformed } from './well-formed.ts';

/**
 * Wires the features to a connection. Knows the protocol and nothing of sheets.
 * @param documents open documents, synchronised incrementally; listened to here
 * @param localeFor the language to speak with a client that says this of its own
 */
export function serve(
  connection: Connection, documents: TextDocuments<TextDocument>, host: WorkspaceHost, localeFor: (told: string | undefined) => Locale = localeOf,
): void {
  const guarded = guard({ error: (message) => connection.console.error(message) });
  const store = new SheetStore();
  const handlers = createHandlers();
  let options: InitializationOptions = {};

  const translate: Translate = (message) => translator(session.locale)(message);
  const workspaces = new Workspaces({ ...host, pause: breather() });
  const problems = new FileProblems(connection, () => translate);
  const settings = new ClientSettings(connection, () => void refresh());
  const surroundings = new SurroundingsOf(workspaces, settings, (workspace) => problems.seen(workspace));
  const list = new SheetList(host.files, { tell: (message) => connection.console.warn(translate(message)), pause: breather() });
  const sheets = new SheetIndex({ documents, translate, guarded, diagnosticParts: () => diagnosticParts(session.client) }, { list, reader: new SheetReader(documents, host.files), store, surroundings });

  const session: Session = {
    connection, documents, client: {}, locale: 'ja', personal: host.personal, translate, sheets, guarded,
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

  const contextOf = (document: TextDocument, around: Surroundings): FeatureContext => ({
    sheet: store.sheet(document, around),
    translate,
    today: today(),
    diagnosticParts: diagnosticParts(session.client),
    ...options,
  });

  /** Everything that is shown may be different now. */
  const refresh = async (): Promise<void> => {
    const all = await Promise.all(documents.keys().map((uri) => surroundings.of(uri)));
    problems.replace(all.map(({ workspace }) => workspace));
    for (const handler of handlers) handler.refresh?.(session);
  };

  const openFolders = (folders: string[]): void => {
    surroundings.folders = folders;
    sheets.open(folders, watchesFiles(session.client));
  };

  refuseMalformed(connection, translate);
  connection.onInitialize((params): InitializeResult => {
    session.locale = localeFor(params.locale);
    session.client = params.capabilities;
    options = readOptions(params.initializationOptions);
    settings.initialize(params, translate);
    openFolders(foldersOf(params));
    for (const handler of handlers) handler.register(session);
    // What a workspace adds is not known yet, and editors open the list for its words by themselves.
    const completionProvider = { triggerCharacters: triggerCharacters(workspaces.bare.catalogue.guidelines), resolveProvider: true };
    const capabilities = mergeCapabilities([
      { textDocumentSync: TextDocumentSyncKind.Incremental, completionProvider },
      folderCapabilities(session.client),
      ...handlers.map((handler) => handler.capabilities?.(session) ?? {}),
    ]);
    return { capabilities, serverInfo: { name: 'sds-language-server' } };
  });
  connection.onInitialized(() => {
    watch(connection, session.client, host.personal);
    watchFolders(connection, session.client, [...surroundings.folders], openFolders);
  });

  connection.onDidChangeConfiguration((params) => settings.changed(params.settings));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    sheets.filesChanged(changes);
    if (!changes.some(({ uri }) => isOfFolder(uri) || isOfficialName(uri))) return;
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
