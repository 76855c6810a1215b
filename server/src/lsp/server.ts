import {
  CodeActionKind, CompletionTriggerKind, DocumentDiagnosticReportKind, TextDocumentSyncKind,
  type CancellationToken, type ClientCapabilities, type Connection, type Diagnostic, type InitializeParams, type InitializeResult, type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, FIX_ALL } from '../features/code-actions.ts';
import { complete, triggerCharacters } from '../features/completion/complete.ts';
import type { FeatureContext } from '../features/context.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import { hover } from '../features/hover.ts';
import { report } from '../features/report.ts';
import { localeOf, translator, type Locale } from '../l10n/translate.ts';
import { Workspaces, type WorkspaceHost } from '../workspace/workspaces.ts';
import { FileProblems } from './file-problems.ts';
import { guard } from './guard.ts';
import { PREVIEW_CHANGED, PREVIEW_REQUEST, REPORT_REQUEST, type PreviewParams, type PreviewResult, type ReportParams, type ReportResult } from './protocol.ts';
import { pushDiagnostics } from './push.ts';
import { previewOf } from '../render/preview.ts';
import { ClientSettings } from './settings.ts';
import { SheetStore } from './sheets.ts';
import { SurroundingsOf, type Surroundings } from './surroundings.ts';
import { today } from '../today.ts';
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
  let locale: Locale = 'ja';
  let options: InitializationOptions = {};
  let client: ClientCapabilities = {};
  let pushAgain: (() => void) | undefined;
  let previews = false;

  const workspaces = new Workspaces(host);
  const problems = new FileProblems(connection, () => translator(locale));
  const settings = new ClientSettings(connection, () => void refresh());
  const surroundings = new SurroundingsOf(workspaces, settings, (workspace) => problems.seen(workspace));

  const contextOf = (document: TextDocument, around: Surroundings): FeatureContext => ({
    sheet: store.sheet(document, around),
    translate: translator(locale),
    today: today(),
    ...(options.suggestCommand === undefined ? {} : { suggestCommand: options.suggestCommand }),
  });
  const onDocument = async <T>(feature: string, uri: string, empty: T, handle: (document: TextDocument, around: Surroundings) => T): Promise<T> => {
    if (!documents.get(uri)) return empty;
    const around = await surroundings.of(uri);
    const document = documents.get(uri);
    return document ? guarded(feature, empty, () => handle(document, around)) : empty;
  };
  const diagnose = (uri: string, cancelled?: () => boolean): Promise<Diagnostic[]> => onDocument('diagnostics', uri, [], (document, around) =>
    toDiagnostics(store.findings(document, around, cancelled), contextOf(document, around)));

  /** Everything that is shown may be different now. */
  const refresh = async (): Promise<void> => {
    const all = await Promise.all(documents.keys().map((uri) => surroundings.of(uri)));
    problems.replace(all.map(({ workspace }) => workspace));
    pushAgain?.();
    if (!pushAgain && client.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh().catch(() => {});
    // Whoever has asked for a preview knows this notification.
    if (previews) await connection.sendNotification(PREVIEW_CHANGED);
  };

  connection.onInitialize((params): InitializeResult => {
    locale = localeOf(params.locale);
    options = readOptions(params.initializationOptions);
    client = params.capabilities;
    settings.initialize(params, translator(locale));
    surroundings.folders = foldersOf(params);
    const pulls = client.textDocument?.diagnostic !== undefined;
    if (!pulls) pushAgain = pushDiagnostics(connection, documents, diagnose);
    // What a workspace adds is not known yet, and editors open the list for its words by themselves.
    const completionProvider = { triggerCharacters: triggerCharacters(workspaces.bare.catalogue.guidelines) };
    return { capabilities: { ...CAPABILITIES, completionProvider, ...(pulls ? PULL : {}) }, serverInfo: { name: 'sds-language-server' } };
  });
  connection.onInitialized(() => watch(connection, client));

  connection.onDidChangeConfiguration((params) => settings.changed(params.settings));
  connection.onDidChangeWatchedFiles(() => {
    workspaces.reload();
    void refresh();
  });
  documents.onDidOpen(() => {
    // A client that tells nothing of files: what is new is seen with the next sheet.
    if (!watchesFiles(client)) workspaces.reload();
  });

  connection.languages.diagnostics.on(async (params, token: CancellationToken) => {
    const items = await diagnose(params.textDocument.uri, () => token.isCancellationRequested);
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onCompletion((params, token) => onDocument('completion', params.textDocument.uri, null, (document, around) => {
    if (token.isCancellationRequested) return null;
    const triggered = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
    return complete(contextOf(document, around), document.offsetAt(params.position), locale, triggered);
  }));

  connection.onHover((params, token) => onDocument('hover', params.textDocument.uri, null, (document, around) => {
    if (token.isCancellationRequested) return null;
    return hover(contextOf(document, around), document.offsetAt(params.position), locale) ?? null;
  }));

  connection.onCodeAction((params, token) => onDocument('codeAction', params.textDocument.uri, [], (document, around) => {
    const findings = store.findings(document, around, () => token.isCancellationRequested);
    return token.isCancellationRequested ? [] : codeActions(findings, params.range, params.context.only, contextOf(document, around));
  }));

  connection.onRequest(PREVIEW_REQUEST, (params: PreviewParams): Promise<PreviewResult> => {
    previews = true;
    return onDocument<PreviewResult>('preview', params.uri, null, (document, around) => {
      return { version: document.version, ...previewOf(store.sheet(document, around), { findings: store.allFindings(document, around), translate: translator(locale) }) };
    });
  });

  connection.onRequest(REPORT_REQUEST, (params: ReportParams): Promise<ReportResult> =>
    onDocument<ReportResult>('report', params.uri, null, (document, around) => {
      return { markdown: report(contextOf(document, around), params.name, { severities: around.lint.severities }) };
    }));

  documents.onDidClose(({ document }) => {
    store.forget(document.uri);
    settings.forget(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
};

const PULL: InitializeResult['capabilities'] = {
  diagnosticProvider: { identifier: 'sds', interFileDependencies: false, workspaceDiagnostics: false },
};

function readOptions(value: InitializeParams['initializationOptions']): InitializationOptions {
  const suggestCommand: unknown = (value as { suggestCommand?: unknown } | undefined)?.suggestCommand;
  return typeof suggestCommand === 'string' ? { suggestCommand } : {};
}

/** The folders that the client has open, with `/` at their ends. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map((uri) => uri.replace(/\/*$/, '/'));
}
