import {
  CodeActionKind, CompletionTriggerKind, DocumentDiagnosticReportKind, TextDocumentSyncKind,
  type CancellationToken, type Connection, type InitializeParams, type InitializeResult, type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { codeActions, FIX_ALL } from '../features/code-actions.ts';
import { complete, TRIGGER_CHARACTERS } from '../features/completion/complete.ts';
import type { FeatureContext } from '../features/context.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import { hover } from '../features/hover.ts';
import { report } from '../features/report.ts';
import { localeOf, translator, type Locale } from '../l10n/translate.ts';
import { guard } from './guard.ts';
import { PREVIEW_REQUEST, REPORT_REQUEST, type PreviewParams, type PreviewResult, type ReportParams, type ReportResult } from './protocol.ts';
import { pushDiagnostics } from './push.ts';
import { previewOf } from '../render/preview.ts';
import { SheetStore } from './sheets.ts';
import { today } from './today.ts';

/** What a client may say beyond the protocol when it starts the server. */
interface InitializationOptions {
  /** A client command that opens the list of suggestions; put behind items that something follows. */
  suggestCommand?: string;
}

/**
 * Wires the features to a connection. Knows the protocol and nothing of sheets.
 * @param documents open documents, synchronised incrementally; listened to here
 */
export function serve(connection: Connection, documents: TextDocuments<TextDocument>, catalogue: Catalogue): void {
  const guarded = guard({ error: (message) => connection.console.error(message) });
  const store = new SheetStore(catalogue);
  let locale: Locale = 'ja';
  let options: InitializationOptions = {};

  const contextOf = (document: TextDocument): FeatureContext => ({
    sheet: store.sheet(document),
    translate: translator(locale),
    today: today(),
    ...(options.suggestCommand === undefined ? {} : { suggestCommand: options.suggestCommand }),
  });
  const onDocument = <T>(feature: string, uri: string, empty: T, handle: (document: TextDocument) => T): T => {
    const document = documents.get(uri);
    return document ? guarded(feature, empty, () => handle(document)) : empty;
  };

  connection.onInitialize((params): InitializeResult => {
    locale = localeOf(params.locale);
    options = readOptions(params.initializationOptions);
    const pulls = params.capabilities.textDocument?.diagnostic !== undefined;
    if (!pulls) pushDiagnostics(connection, documents, (document) => guarded('diagnostics', [], () => toDiagnostics(store.findings(document), contextOf(document))));
    return { capabilities: { ...CAPABILITIES, ...(pulls ? PULL : {}) }, serverInfo: { name: 'sds-language-server' } };
  });

  connection.languages.diagnostics.on((params, token: CancellationToken) => {
    const items = onDocument('diagnostics', params.textDocument.uri, [], (document) => {
      const findings = store.findings(document, () => token.isCancellationRequested);
      return toDiagnostics(findings, contextOf(document));
    });
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onCompletion((params, token) => onDocument('completion', params.textDocument.uri, null, (document) => {
    if (token.isCancellationRequested) return null;
    const triggered = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
    return complete(contextOf(document), document.offsetAt(params.position), locale, triggered);
  }));

  connection.onHover((params, token) => onDocument('hover', params.textDocument.uri, null, (document) => {
    if (token.isCancellationRequested) return null;
    return hover(contextOf(document), document.offsetAt(params.position), locale) ?? null;
  }));

  connection.onCodeAction((params, token) => onDocument('codeAction', params.textDocument.uri, [], (document) => {
    const findings = store.findings(document, () => token.isCancellationRequested);
    return token.isCancellationRequested ? [] : codeActions(findings, params.range, params.context.only, contextOf(document));
  }));

  connection.onRequest(PREVIEW_REQUEST, (params: PreviewParams): PreviewResult =>
    onDocument<PreviewResult>('preview', params.uri, null, (document) => {
      return { version: document.version, ...previewOf(store.sheet(document)) };
    }));

  connection.onRequest(REPORT_REQUEST, (params: ReportParams): ReportResult =>
    onDocument<ReportResult>('report', params.uri, null, (document) => ({ markdown: report(contextOf(document), params.name) })));

  documents.onDidClose(({ document }) => store.forget(document.uri));
  documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
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
