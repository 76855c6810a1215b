/** Longer texts are seldom seen twice, and keeping them costs more than reading them again. */
const LONGEST = 1_000;

/**
 * Makes a pure function of a text remember its results: from one version of a document to the next, and among the sheets
 * of one company, nearly all texts are the same.
 * @param work must depend on its text alone; whoever takes its result must not change it
 * @param limit after how many texts it begins anew, which bounds the memory
 */
export function remembering<Result>(work: (text: string) => Result, limit = 4_096): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST) return work(text);
    const known = results.get(text);
    if (known !== undefined || results.has(text)) return known as Result;
    if (results.size >= limit) results.clear();
    const own = ownCopy(text);
    const result = work(own);
    results.set(own, result);
    return result;
  };
}

/** A part of a document keeps the whole document in memory; a copy does not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
