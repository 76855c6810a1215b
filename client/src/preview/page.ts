import type { PageWords } from './words.ts';

/** What the shell of a preview's page is made of. */
export interface PageParts {
  /** The source that the host serves its files from. */
  cspSource: string;
  script: string;
  style: string;
  language: string;
  words: PageWords;
}

/**
 * The page's shell: nothing from outside, no inline styles, one script. The content comes by message,
 * so that the page is never loaded anew while someone types.
 */
export function pageShell({ cspSource, script, style, language, words }: PageParts): string {
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body data-words="${attribute(JSON.stringify(words))}">
<main></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
