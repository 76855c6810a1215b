import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The host of the suite', () => {
  it('is a web worker without Node.js', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    const globals = globalThis as unknown as Record<string, unknown>;
    assert.equal(typeof globals['importScripts'], 'function');
    assert.equal((globals['process'] as { versions?: { node?: string } } | undefined)?.versions?.node, undefined);
    assert.equal(globals['Buffer'], undefined);
  });
});
