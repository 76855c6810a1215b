import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSheet } from '../../server/src/sheet/read.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { catalogue } from '../support/catalogue.ts';
import { askEverything } from '../support/everything.ts';
import { applySafeFixes, sheet } from '../support/sheets.ts';
import { mutated, mutatedPart, sample, sheetSoup, soup } from '../support/soup.ts';

/** A text, and where in it everything is asked for. Written down, it is a fixture. */
export interface EngineCase {
  text: string;
  at: number;
}

const text = fc.oneof(
  { weight: 3, arbitrary: mutatedPart },
  { weight: 2, arbitrary: sheetSoup },
  { weight: 1, arbitrary: soup },
  { weight: 1, arbitrary: mutated(sample) },
);

export const engineCase: fc.Arbitrary<EngineCase> = fc.tuple(text, fc.nat()).map(([written, at]) => ({ text: written, at: placeIn(written, at) }));

/**
 * Asks the engine for everything at one place of one text.
 * @throws where something throws, a range is none of the text, edits overlap or safe fixes never end
 */
export function runEngineCase({ text: written, at }: EngineCase): void {
  askEverything(written, placeIn(written, at));
  let mended = written;
  for (let round = 0; ; round++) {
    const next = applySafeFixes(mended);
    if (next === mended) break;
    if (round > 6) throw new Error('The safe fixes never end.');
    mended = next;
  }
  // What is remembered from other texts must not show.
  const again = readSheet(TextDocument.create('file:///again', 'sds-yaml', 1, written), catalogue());
  const [first, second] = [sheet(written), again].map((one) => JSON.stringify(lint(one).map(({ rule, span, message }) => [rule.code, span, message])));
  if (first !== second) throw new Error('The same text is read differently the second time.');
}

/** An editor's cursor never stands within a pair of surrogates. */
function placeIn(written: string, at: number): number {
  const place = Math.min(at, at % (written.length + 1));
  return /[\udc00-\udfff]/.test(written[place] ?? '') && /[\ud800-\udbff]/.test(written[place - 1] ?? '') ? place - 1 : place;
}
