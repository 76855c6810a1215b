import {
  DocumentDiagnosticReportKind, type CancellationToken, type Diagnostic, type PreviousResultId, type ResultProgressReporter,
  type WorkspaceDiagnosticReportPartialResult, type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { uriKey } from '../workspace/uris.ts';
import type { Change } from './changes.ts';
import type { SheetIndex } from './sheet-index.ts';

/** How many reports are sent together at the most, and how long the first of them waits for the others, in milliseconds. */
const BATCH = 50;
const PATIENCE = 200;

/** Where a client takes its results in parts. */
export type PartialReports = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** What one request for the diagnostics of all sheets is answered, and what the client has by now. */
export class WorkspaceReports {
  readonly #sheets: SheetIndex;
  readonly #token: CancellationToken;
  readonly #partial: PartialReports | undefined;
  /** By sheet, how the client calls it and the name of the findings that it has. */
  readonly #known: Map<string, { uri: string; resultId: string }>;
  #items: WorkspaceDocumentDiagnosticReport[] = [];
  #sent = performance.now();

  constructor(sheets: SheetIndex, previous: PreviousResultId[], token: CancellationToken, partial: PartialReports | undefined) {
    this.#sheets = sheets;
    this.#token = token;
    this.#partial = partial;
    this.#known = new Map(previous.map(({ uri, value }) => [uriKey(uri), { uri, resultId: value }]));
  }

  get cancelled(): boolean {
    return this.#token.isCancellationRequested;
  }

  /** Reports on a sheet, also that nothing is different in it. */
  async look(uri: string): Promise<void> {
    await this.#report(uri, true);
  }

  /** Reports on a sheet where something is different from what the client has. */
  async lookAgain({ uri, closed }: Change): Promise<void> {
    if (closed) this.#known.delete(uriKey(uri));
    await this.#report(uri, false, closed);
  }

  /** Takes back what the client was told of sheets that are not among these, and sends what is left. */
  end(uris: readonly string[]): void {
    const there = new Set(uris.map(uriKey));
    for (const [key, { uri }] of this.#known) if (!there.has(key)) this.#gone(uri);
    this.flush();
  }

  flush(): void {
    this.#sent = performance.now();
    if (!this.#partial || this.#items.length === 0) return;
    this.#partial.report({ items: this.#items });
    this.#items = [];
  }

  /** @returns what was not sent in parts */
  rest(): WorkspaceDocumentDiagnosticReport[] {
    this.flush();
    return this.#items;
  }

  async #report(uri: string, unchangedToo: boolean, closed = false): Promise<void> {
    const key = uriKey(uri);
    const known = this.#known.get(key);
    const checked = await this.#sheets.covers(uri) ? await this.#sheets.check(uri, known?.resultId, () => this.cancelled) : undefined;
    if (this.cancelled) return;
    if (!checked) {
      if (known || closed) this.#gone(uri);
      return;
    }
    const { items, resultId, version } = checked;
    const named = known?.uri ?? checked.uri;
    this.#known.set(key, { uri: named, resultId });
    if (items) this.#add({ kind: DocumentDiagnosticReportKind.Full, uri: named, version, resultId, items });
    else if (unchangedToo) this.#add({ kind: DocumentDiagnosticReportKind.Unchanged, uri: named, version, resultId });
  }

  /** Of what is open the client asks by itself, also where its folder is none of those that are checked. */
  #gone(uri: string): void {
    if (this.#sheets.isOpen(uri)) return;
    this.#known.delete(uriKey(uri));
    this.#add({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] satisfies Diagnostic[] });
  }

  #add(report: WorkspaceDocumentDiagnosticReport): void {
    this.#items.push(report);
    if (this.#items.length >= BATCH || performance.now() - this.#sent > PATIENCE) this.flush();
  }
}
