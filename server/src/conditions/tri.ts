/** True, false, or unknown. */
export type Tri = boolean | undefined;

/** False when any is false, true when all are true, otherwise unknown. */
export function and(values: Iterable<Tri>): Tri {
  let result: Tri = true;
  for (const value of values) {
    if (value === false) return false;
    if (value === undefined) result = undefined;
  }
  return result;
}
