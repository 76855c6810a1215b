/** Half-width voicing marks are no marks yet, and become some. No language puts as many on a letter, as Unicode's format for streams (UAX #15) says, too. */
const MANY_MARKS = /[\p{M}\uff9e\uff9f]{31}/u;

/**
 * @returns what `text.normalize(form)` does, but a text with more than 30 marks in a row as it is: putting marks in order
 *   takes the square of how many there are
 */
export function composed(text: string, form: 'NFC' | 'NFKC'): string {
  return MANY_MARKS.test(text) ? text : text.normalize(form);
}
