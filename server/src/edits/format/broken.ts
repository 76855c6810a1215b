import type { Sheet } from '../../sheet/model.ts';

/**
 * The lines that formatting leaves alone because it is not certain what they are: those of a key or item that YAML cannot
 * read without a repair that changes more than punctuation; from where the library gives up, all of them.
 * @returns their indexes; none where the sheet can be read
 */
export function brokenLines({ document, lines: { lines }, notices }: Sheet): Set<number> {
  const broken = new Set<number>();
  if (lines.length === 0) return broken.add(0);
  // Each of many notices may give up on all that follows, or stand among the same lines that go on: those are gone through once.
  let rest = lines.length;
  for (const notice of notices) {
    if (notice.kind !== 'syntax') continue;
    const all = notice.cause.startsWith('yaml:') || notice.cause === 'several-documents';
    let first = document.positionAt(notice.span.start).line;
    while (lines[first]?.kind === 'rest' && first > 0 && !broken.has(first)) first--;
    if (all) {
      rest = Math.min(rest, first);
      continue;
    }
    let last = document.positionAt(notice.span.end).line;
    while (lines[last + 1]?.kind === 'rest' && !broken.has(last + 1)) last++;
    for (let at = first; at <= last; at++) broken.add(at);
  }
  for (let at = rest; at < lines.length; at++) broken.add(at);
  return broken;
}
