import type { FromPage, PageState, ToPage } from '../preview/messages.ts';
import { pageState } from '../preview/messages.ts';
import type { PageWords } from '../preview/words.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

/** The words of the page's own controls. */
export const words = JSON.parse(document.body.dataset['words']!) as PageWords;

/** Fills in `{0}` and `{1}`. */
export function worded(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}

export type Update = Extract<ToPage, { type: 'update' }>;

/** What the page shows; absent before the first content. */
export const shown: {
  update?: Update;
  /** What is shown is from before the text was broken. */
  isKept?: boolean;
} = {};

export function send(message: FromPage): void {
  host.postMessage(message);
}

/** Whether something can be answered just now. */
export function editable(): boolean {
  return shown.update !== undefined && !shown.update.mode.readOnly && !shown.update.summary.broken && shown.update.mode.view === 'form';
}

/** What was kept when the page was last shown. */
export let state: PageState | undefined = pageState(host.getState());

export function keep(change: PageState): void {
  state = change;
  host.setState(change);
}
