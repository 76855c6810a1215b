import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { Translate } from '../l10n/translate.ts';
import type { Workspace } from '../workspace/compose.ts';

/**
 * Shows what is wrong with the files under `.sds` on those files, whether they are open or not. They are no sheets, so
 * this is sent also to clients that pull the diagnostics of sheets.
 */
export class FileProblems {
  readonly #connection: Connection;
  readonly #translate: () => Translate;
  /** By file, what the client was told. */
  readonly #sent = new Map<string, string>();
  #seen = new Set<Workspace>();

  constructor(connection: Connection, translate: () => Translate) {
    this.#connection = connection;
    this.#translate = translate;
  }

  /** Sends what is new in a workspace. */
  seen(workspace: Workspace): void {
    if (this.#seen.has(workspace)) return;
    this.#seen.add(workspace);
    for (const { uri, problems } of workspace.files) {
      this.#send(uri, problems.map(({ message, range, info }) => (
        { range, severity: info ? DiagnosticSeverity.Information : DiagnosticSeverity.Error, source: 'sds', message: this.#translate()(message) })));
    }
  }

  /** Sends what the workspaces say now, and takes back what was told of files that none of them has any more. */
  replace(workspaces: Workspace[]): void {
    const files = new Set(workspaces.flatMap((workspace) => workspace.files.map(({ uri }) => uri)));
    for (const uri of [...this.#sent.keys()].filter((sent) => !files.has(sent))) this.#send(uri, []);
    this.#seen = new Set();
    workspaces.forEach((workspace) => this.seen(workspace));
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    const content = JSON.stringify(diagnostics);
    if ((this.#sent.get(uri) ?? '[]') === content) return;
    this.#sent.set(uri, content);
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}
