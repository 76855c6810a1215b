import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/editor/browser.mjs';
import type { FromPage, PageMode, PageState, ToPage } from '../../client/src/preview/messages.ts';
import { pageShell } from '../../client/src/preview/page.ts';
import { ENGLISH_WORDS } from '../../client/src/preview/words.ts';
import type { RenderedPreview } from '../../server/src/render/preview.ts';
import { THEMES, type Theme } from './themes.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const out = path('out/test/webview');

/** The preview's page in a browser, as VS Code would serve it, with this test in place of the extension. */
export class Harness {
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #address: string;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
    this.#address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<Harness> {
    await build({
      entryPoints: [path('client/src/webview/preview.ts'), path('client/src/webview/preview.css')],
      outdir: out, bundle: true, format: 'iife', logLevel: 'warning',
    });
    const server = createServer((request, response) => void serve(request.url ?? '/').then(({ type, body }) => {
      response.setHeader('content-type', type).end(body);
    }, () => response.writeHead(404).end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Harness(server, await launchBrowser());
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }

  async open({ theme = 'light', width = 900, state }: { theme?: Theme; width?: number; state?: PageState } = {}): Promise<Preview> {
    const page = await this.#browser.newPage({ viewport: { width, height: 1000 }, locale: 'ja' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    // The test runner's compiler names functions with a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.addInitScript(becomeHost, { state, ...THEMES[theme] });
    await page.goto(this.#address);
    return { page, errors };
  }

  /** Makes a document in the browser out of HTML that needs nothing else. */
  async openPage(html: string, width = 900): Promise<Page> {
    const page = await this.#browser.newPage({ viewport: { width, height: 1000 } });
    await page.setContent(html);
    return page;
  }
}

export interface Preview {
  page: Page;
  /** What the page complained of: its own errors, and what its policy refused. */
  errors: string[];
}

export function update(page: Page, { title, html, summary }: RenderedPreview, { uri = 'file:///sheet.sds.yaml', version = 1, ...mode }: Partial<PageMode & { uri: string; version: number }> = {}): Promise<void> {
  const message: ToPage = { type: 'update', uri, version, title, html, summary, mode: { view: 'form', readOnly: false, alone: false, locked: false, ...mode } };
  return page.evaluate((data) => window.postMessage(data, '*'), message).then(() => page.waitForTimeout(50));
}

/** Something else that the extension says. */
export function post(page: Page, message: ToPage): Promise<void> {
  return page.evaluate((data) => window.postMessage(data, '*'), message).then(() => page.waitForTimeout(50));
}

/** What the page told the extension. */
export function messages(page: Page): Promise<FromPage[]> {
  return page.evaluate(() => (window as unknown as { sent: FromPage[] }).sent);
}

export function savedState(page: Page): Promise<PageState | undefined> {
  return page.evaluate(() => (window as unknown as { state?: PageState }).state);
}

/** Runs in the page, before its script. */
function becomeHost(given: { state: PageState | undefined; class: string; variables: Record<string, string> }): void {
  const host = window as unknown as { sent: unknown[]; state: unknown; acquireVsCodeApi: unknown };
  host.sent = [];
  host.state = given.state;
  host.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => host.sent.push(message),
    getState: () => host.state,
    setState: (state: unknown) => (host.state = state),
  });
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = given.class;
    for (const [name, value] of Object.entries(given.variables)) document.documentElement.style.setProperty(`--vscode-${name}`, value);
  });
}

async function serve(url: string): Promise<{ type: string; body: string }> {
  if (url === '/') {
    const body = pageShell({ cspSource: "'self'", script: '/preview.js', style: '/preview.css', language: 'ja', words: ENGLISH_WORDS });
    return { type: 'text/html; charset=utf-8', body };
  }
  const type = url.endsWith('.css') ? 'text/css' : 'text/javascript';
  return { type: `${type}; charset=utf-8`, body: await readFile(`${out}/${url.slice(1)}`, 'utf8') };
}
