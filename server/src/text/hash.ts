/** @returns a short name for a text, which no other text that is likely to be met has as well: two FNV-1a hashes of its UTF-16 units */
export function hash(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
