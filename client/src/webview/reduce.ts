/** The elements that the views of a sheet are made of. */
const ELEMENTS = new Set([
  'A', 'ARTICLE', 'ASIDE', 'BR', 'BUTTON', 'CAPTION', 'CODE', 'COL', 'COLGROUP', 'DD', 'DIV', 'DL', 'DT', 'H1', 'H2', 'LI', 'P', 'SECTION', 'SMALL', 'SPAN',
  'STRONG', 'TABLE', 'TBODY', 'TD', 'TH', 'THEAD', 'TIME', 'TR', 'UL',
]);

/** Attributes that do nothing by themselves, each with what it may say. */
const ATTRIBUTES: Record<string, RegExp> = {
  'class': /^/, 'title': /^/, 'role': /^/, 'lang': /^/, 'scope': /^/, 'datetime': /^/, 'colspan': /^\d+$/, 'span': /^\d+$/, 'tabindex': /^-1$/, 'type': /^button$/,
  // What stands elsewhere in the page cannot be taken for a row or a remark, nor the other way round.
  'id': /^(?:row|remark)-/,
  'href': /^#/,
};

/** What the page's script and assistive technology go by. */
const OPEN = /^(?:data|aria)-/;

/**
 * Reads the content of a page as what the renderer makes, and as nothing else: whatever else were in it neither runs,
 * loads, styles nor leads anywhere. The renderer escapes what a sheet says; this holds should it ever fail to.
 * @returns an element with the content, not yet in the page
 */
export function reducedContent(html: string): HTMLElement {
  // A document of its own runs nothing and loads nothing.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!ELEMENTS.has(element.tagName)) {
      element.remove();
      continue;
    }
    // Their names are had much faster than the attributes themselves, of which a sheet has thousands.
    for (const name of element.getAttributeNames()) {
      if (!OPEN.test(name) && !(Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]!.test(element.getAttribute(name)!))) element.removeAttribute(name);
    }
  }
  return body;
}
