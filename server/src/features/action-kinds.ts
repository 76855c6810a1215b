/** Kinds of source actions; the language's own end in its name, so that `editor.codeActionsOnSave` can name them. */
export const WRITE_QUESTIONS = 'source.questionComments.write.sds';
export const REMOVE_QUESTIONS = 'source.questionComments.remove.sds';
export const RENUMBER_REMARKS = 'source.remarks.renumber.sds';
export const NUMBER_NAMED_REMARKS = 'source.remarks.numberNames.sds';
export const NAME_NUMBERED_REMARKS = 'source.remarks.nameNumbers.sds';

/** Refactorings of what is answered, not of how it is written: what somebody can want who does not see the text. */
export const REWRITE_ANSWERS = 'refactor.rewrite.answers';

/**
 * @param only the kinds that the client asks for; everything when absent
 * @returns whether it asks for a kind, or for one that includes it
 */
export function isWanted(kind: string, only: string[] | undefined): boolean {
  return !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}
