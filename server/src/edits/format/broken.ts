import type { Sheet } from '../../sheet/model.ts';

/**
 * The lines that formatting leaves alone because it is not certain what they are: those of a key or item that YAML cannot
 * read without a repair that changes more than punctuation; from where the library gives up, all of them.
 * @returns their indexes; none where the sheet can be read
 */
export function brokenLines({ document, lines: { lines }, notices }: Sheet): Set<number> {
  const broken = new Set<number>();
  if (lines.length === 0) return broken.add(0);
  for (const notice of notices) {
    if (notice.kind !== 'syntax') continue;
    const all = notice.cause.startsWith('yaml:') || notice.cause === 'several-documents';
    let first = document.positionAt(notice.span.start).line;
    let last = all ? lines.length - 1 : document.positionAt(notice.span.end).line;
    while (lines[first]?.kind === 'rest' && first > 0) first--;
    while (lines[last + 1]?.kind === 'rest') last++;
    for (let at = first; at <= last; at++) broken.add(at);
  }
  return broken;
}
