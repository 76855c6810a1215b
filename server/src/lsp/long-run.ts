import { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { MessageKey } from '../l10n/translate.ts';
import type { Session } from './session.ts';

/** How long a run may take before a client is told of it that did not ask, in milliseconds. */
const PATIENCE = 1000;

/** Tells how far a run through many sheets is: at once to a client that asks for it, to others once it takes long. */
export class LongRun {
  readonly #session: Session;
  readonly #title: MessageKey;
  readonly #started = performance.now();
  #reporter: WorkDoneProgressReporter | undefined;
  #begun = false;
  #told = -1;

  /** @param asked what came with the request */
  constructor(session: Session, title: MessageKey, asked?: WorkDoneProgressReporter) {
    this.#session = session;
    this.#title = title;
    if (!asked || WorkDoneProgressReporter.isNullInstance(asked)) return;
    this.#reporter = asked;
    this.#begin(true);
  }

  /** @param done how many sheets of `total` are done */
  async update(done: number, total: number): Promise<void> {
    if (!this.#reporter && performance.now() - this.#started > PATIENCE && done < total) await this.#create();
    const percentage = total === 0 ? 100 : Math.floor(100 * done / total);
    if (!this.#begun || percentage === this.#told) return;
    this.#told = percentage;
    this.#reporter?.report(percentage, `${done}/${total}`);
  }

  done(): void {
    if (this.#begun) this.#reporter?.done();
    this.#begun = false;
  }

  async #create(): Promise<void> {
    const { client, connection } = this.#session;
    if (client.window?.workDoneProgress !== true) return;
    try {
      this.#reporter = await connection.window.createWorkDoneProgress();
      this.#begin(false);
    } catch {
      // A client that cannot show it after all goes on without.
    }
  }

  #begin(cancellable: boolean): void {
    this.#begun = true;
    this.#reporter?.begin(this.#session.translate({ key: this.#title }), 0, undefined, cancellable);
  }
}
