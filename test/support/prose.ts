// Finds texts in a source that people see and no bundle has.
import ts from 'typescript';

export interface Prose {
  /** One-based. */
  line: number;
  text: string;
}

/** Functions whose texts are shown. */
const SHOWING = /^(?:show\w+Message|setStatusBarMessage|withProgress|createOutputChannel|createWebviewPanel|createCustomExecution|element|button|append|prepend|replaceChildren|createTextNode|Error|MarkdownString|appendText|appendMarkdown|alert|confirm)$/;
/** Of these, the first argument is a name. */
const NAMED_FIRST = /^(?:element|createWebviewPanel|createOutputChannel)$/;
/** Properties whose texts are shown. */
const SHOWN = /^(?:label|title|tooltip|detail|description|documentation|placeHolder|placeholder|prompt|message|text|textContent|innerText|innerHTML|ariaLabel|aria-label|aria-description|alt|openLabel|saveLabel|accessibilityInformation|invocationMessage|validationMessage)$/;
/** Functions that take selectors. */
const SELECTING = /^(?:querySelector|querySelectorAll|closest|matches)$/;

/**
 * @param name of the file, for its language
 * @param source TypeScript
 * @returns what is shown, or reads as if it were to be, and is no message of a bundle
 */
export function proseIn(name: string, source: string): Prose[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found: Prose[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && !isElsewhere(node)) {
      const text = wordsOf(node.text);
      if (/\p{L}/u.test(text) && (isShown(node) || readsAsProse(text))) found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

/** Without markup, icons and what a tag that is cut by an expression leaves. */
function wordsOf(text: string): string {
  const plain = text.replace(/^[^<>]*"[^<>]*>/, '').replace(/<[^<>]*>/g, '').replace(/<[^<>]*$/, '').replace(/\$\([\w-]+\)/g, '');
  return text.includes('<') || text.includes('>') ? plain.trim() : plain;
}

function readsAsProse(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) || /\p{L}{2,}[,.:]? \p{L}{2,}/u.test(text);
}

/** In a type, an import, a message, a selector, a class, or a name itself. */
function isElsewhere(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && (parent.name === node || /^class(?:Name)?$/.test(parent.name.getText()))) return true;
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  const call = callAround(node);
  return call !== undefined && (call.name === 't' || SELECTING.test(call.name));
}

/** The call that a text is an argument of, by itself or by what it is a part of. */
function callAround(node: ts.Node): { name: string; at: number } | undefined {
  const value = wholeOf(node);
  const { parent } = value;
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return undefined;
  const at = parent.arguments?.indexOf(value as ts.Expression) ?? -1;
  if (at < 0) return undefined;
  const { expression } = parent;
  return { name: ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '', at };
}

/** The template, the choice or the list that a text is part of. */
function wholeOf(node: ts.Node): ts.Node {
  const { parent } = node;
  if (ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isSpreadElement(parent)) return wholeOf(parent);
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return wholeOf(parent);
  if (ts.isBinaryExpression(parent) && /^(?:\?\?|\|\||&&|\+)$/.test(parent.operatorToken.getText())) return wholeOf(parent);
  return node;
}

function isShown(node: ts.Node): boolean {
  const call = callAround(node);
  if (call) return SHOWING.test(call.name) && !(call.at === 0 && NAMED_FIRST.test(call.name));
  const { parent } = wholeOf(node);
  if (ts.isPropertyAssignment(parent)) return SHOWN.test(parent.name.getText().replace(/^['"]|['"]$/g, ''));
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return ts.isPropertyAccessExpression(parent.left) && SHOWN.test(parent.left.name.text);
  }
  return false;
}
