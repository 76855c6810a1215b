/**
 * Where the pages under docs/rules/ can be read on the web. A client that carries the pages itself turns links to this
 * place into links to its own.
 */
export const RULE_PAGES = 'https://github.com/sds-authoring/sds-authoring/blob/main/docs/rules/';

/** @returns the address of a rule's page */
export function rulePage(code: string): string {
  return `${RULE_PAGES}${code}.md`;
}
