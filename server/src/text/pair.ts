/**
 * The YAML library points at UTF-16 units, where it gives up also at the second half of a character.
 * @param towards to which side of the character an offset within it goes
 * @returns an offset at which no pair of surrogates is split
 */
export function outsidePair(text: string, offset: number, towards: 1 | -1): number {
  const after = text.charCodeAt(offset);
  if (!(after >= 0xdc00 && after <= 0xdfff)) return offset;
  const before = text.charCodeAt(offset - 1);
  return before >= 0xd800 && before <= 0xdbff ? offset + towards : offset;
}
