/** How extracted texts are written, the likeliest first. */
const ENCODINGS = ['utf-8', 'shift_jis'];

/** @returns a file's text, whether UTF-8, UTF-16 with its mark, or Shift_JIS; undefined for what is none of these */
export function decoded(bytes: Uint8Array): string | undefined {
  const mark = bytes[0]! * 256 + bytes[1]!;
  const encodings = mark === 0xfffe ? ['utf-16le'] : mark === 0xfeff ? ['utf-16be'] : ENCODINGS;
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one, perhaps.
    }
  }
  return undefined;
}

/** @returns whether a file is a PDF, whatever its name */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}
