/** What the preview's page and the extension say to each other. */

export type ToPage = {
  type: 'update';
  /** Which document it is, so that the page knows when another one takes its place. */
  uri: string;
  html: string;
};

export type FromPage =
  /** The page's script runs: what was sent before is lost. */
  | { type: 'ready' }
  /** Go to a place in the text; line and UTF-16 column from zero. */
  | { type: 'reveal'; line: number; character: number };

/** What the page keeps for when it is shown again, or restored after a restart. */
export interface PageState {
  uri: string;
  /** Pixels. */
  scroll: number;
}

/** @returns the state if it is one; what is restored may be of another version of the extension */
export function pageState(value: unknown): PageState | undefined {
  const { uri, scroll } = (value ?? {}) as Partial<PageState>;
  return typeof uri === 'string' ? { uri, scroll: typeof scroll === 'number' ? scroll : 0 } : undefined;
}

/** @returns the message if it is one that the extension knows */
export function fromPage(value: unknown): FromPage | undefined {
  const { type, line, character } = (value ?? {}) as { type?: unknown; line?: unknown; character?: unknown };
  if (type === 'ready') return { type };
  const place = Number.isInteger(line) && Number.isInteger(character) && (line as number) >= 0 && (character as number) >= 0;
  return type === 'reveal' && place ? { type, line: line as number, character: character as number } : undefined;
}
