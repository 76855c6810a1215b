// Measures the bundled server in a folder of many sheets: node scripts/build.mjs && node --import=tsx scripts/bench/workspace.ts [SHEETS]
// Prints times and the server's resident memory; asserts nothing.
import { readFileSync } from 'node:fs';
import { ProgressType } from 'vscode-jsonrpc/node';
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Client } from '../../test/protocol/client.ts';
import { Folder } from '../../test/protocol/workspace-folder.ts';

const count = Number(process.argv[2] ?? 3000);
const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const folder = new Folder();
let client: Client;

void main();

async function main(): Promise<void> {
  for (let at = 0; at < count; at++) {
    // No two are the same: another name, and one answer that contradicts others.
    await folder.write(`製品群 ${at % 50}/製品 ${at}.sds.yaml`, sample.replace('リモート保守サービス', `保守サービス ${at}`).replace(/^( {2}\d+: )はい$/gm, (row, key, offset) => (offset % 97 === at % 97 ? `${key}対象外` : row)));
  }
  client = await folder.start({ watches: true });
  await client.open(sample);
  await client.diagnostics();
  memory('one sheet open');

  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  client.connection.onProgress(new ProgressType<{ items: WorkspaceDocumentDiagnosticReport[] }>(), 'parts', ({ items }) => void reports.push(...items));
  const kept: { uri: string; value: string }[] = [];
  await measured(`check ${count} sheets`, async () => {
    void client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'parts' });
    const waits: number[] = [];
    while (reports.length < count) {
      const start = performance.now();
      await client.hover(client.find('  75', true));
      waits.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    waits.sort((a, b) => a - b);
    console.log(`  hover meanwhile: ${waits[waits.length >> 1]!.toFixed(0)} ms median, ${waits[Math.floor(waits.length * 0.95)]!.toFixed(0)} ms p95, ${waits.at(-1)!.toFixed(0)} ms at the most`);
  });
  console.log(`  ${reports.reduce((sum, report) => sum + (report.kind === 'full' ? report.items.length : 0), 0)} diagnostics`);
  kept.push(...reports.map(({ uri, resultId }) => ({ uri, value: resultId! })));
  memory('all checked');

  const ask = (): Promise<{ items: WorkspaceDocumentDiagnosticReport[] }> => client.connection.sendRequest('workspace/diagnostic', { previousResultIds: kept });
  await measured('ask again, all unchanged', async () => {
    const { items } = await ask();
    console.log(`  ${items.filter(({ kind }) => kind === 'unchanged').length} unchanged`);
  });
  for (const query of ['75', 'リモート', '入退室', 'どこにもない']) {
    await measured(`symbols “${query}”`, async () => void await client.connection.sendRequest('workspace/symbol', { query }));
  }
  for (const round of ['first', 'again']) {
    await measured(`references to 6.5.C12, ${round}`, async () => {
      const position = client.find('6.5.C12', true);
      const found = await client.connection.sendRequest<unknown[]>('textDocument/references', { textDocument: { uri: client.uri }, position, context: { includeDeclaration: false } });
      console.log(`  ${found.length} places`);
    });
  }
  memory('everything asked for');
  client.process.kill();
  await folder.remove();
}

function memory(when: string): void {
  const status = readFileSync(`/proc/${client.process.pid}/status`, 'utf8');
  console.log(`${when}: ${Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024)} MB resident, ${Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024)} MB at the most`);
}

/** The time that the server's process has worked, in seconds; the kernel counts hundredths. */
function worked(): number {
  const [user, system] = readFileSync(`/proc/${client.process.pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

async function measured(what: string, run: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const before = worked();
  await run();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s, of which the server worked ${(worked() - before).toFixed(2)} s`);
}
