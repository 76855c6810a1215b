import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { resultIdOf, toDiagnostics } from '../features/diagnostics.ts';
import { lint } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import { today } from '../today.ts';
import { BEGINNING } from '../workspace/problem.ts';
import { uriKey } from '../workspace/uris.ts';
import type { SheetSource } from './sheet-source.ts';

/** What was found in a sheet. */
export interface Checked {
  uri: string;
  /** The open document's; null for a file. */
  version: number | null;
  /** The same for the same findings. */
  resultId: string;
  /** Absent where they are those that the asker has. */
  items?: Diagnostic[];
}

/** Checks sheets whether they are open or not, and remembers of each no more than the name of what was found. */
export class SheetChecks {
  readonly #source: SheetSource;
  readonly #seen: (uri: string, state: string, sheet: Sheet) => void;
  readonly #results = new Map<string, { inputs: string; resultId: string }>();

  /** @param seen is told of each file that was read, and its state */
  constructor(source: SheetSource, seen: (uri: string, state: string, sheet: Sheet) => void) {
    this.#source = source;
    this.#seen = seen;
  }

  /**
   * @param previous the name of the findings that the asker has
   * @param cancelled asked between rules; what was cut short is not kept
   * @returns what is wrong with a sheet; undefined when there is none, or it was cut short
   */
  async check(uri: string, previous: string | undefined, cancelled: () => boolean): Promise<Checked | undefined> {
    const { document, around } = await this.#source.placed(uri);
    if (document) {
      const sheet = this.#source.opened(document, around);
      const items = sheet ? this.#diagnostics(sheet, () => this.#source.parts.store.findings(document, around, cancelled)) : [];
      return cancelled() ? undefined : named(document.uri, document.version, items, previous);
    }
    const state = await this.#source.state(uri, around.catalogue);
    if (state === undefined) return undefined;
    const inputs = `${state} ${today()} ${JSON.stringify(around.lint)}`;
    const known = this.#results.get(uriKey(uri));
    if (known?.inputs === inputs && known.resultId === previous) return { uri, version: null, resultId: previous };
    const read = await this.#source.read(uri, around.catalogue);
    if (!read) return undefined;
    const items = 'sheet' in read
      ? this.#diagnostics(read.sheet, () => lint(read.sheet, { ...around.lint, cancelled, today: today() }))
      : [{ range: BEGINNING, severity: DiagnosticSeverity.Error, source: 'sds', message: this.#source.host.translate(read.problem) }];
    if (cancelled()) return undefined;
    const checked = named(uri, null, items, previous);
    this.#results.set(uriKey(uri), { inputs, resultId: checked.resultId });
    // Who asks for symbols next need not read it again.
    if ('sheet' in read) this.#seen(uri, state, read.sheet);
    return checked;
  }

  /** Forgets the sheets that are not among these. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.#results.keys()) if (!keys.has(key)) this.#results.delete(key);
  }

  #diagnostics(sheet: Sheet, find: () => Finding[]): Diagnostic[] {
    return this.#source.guarded(() => toDiagnostics(find(), {
      sheet, translate: this.#source.host.translate, today: today(), diagnosticParts: this.#source.host.diagnosticParts(),
    })) ?? [];
  }
}

function named(uri: string, version: number | null, items: Diagnostic[], previous: string | undefined): Checked {
  const resultId = resultIdOf(items);
  return { uri, version, resultId, ...(resultId === previous ? {} : { items }) };
}
