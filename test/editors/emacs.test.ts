import assert from 'node:assert/strict';
import { emacsWithEglot } from '../../scripts/editor/text-editors.mjs';
import { inEmacs, type EmacsDiagnostic } from './emacs-session.ts';
import { CONTRADICTION } from '../support/contradiction.ts';
import { Place } from './place.ts';

const CHECKED = `
(sds-test-managed)
(sds-test-wait (lambda () (seq-find (lambda (one) (string-match-p "inconsistent-answer" (flymake-diagnostic-text one))) (flymake-diagnostics))))`;

describe('Emacs with eglot and editors/emacs', () => {
  let place: Place;
  before(function () {
    // They may have to be installed first.
    this.timeout(600_000);
    emacsWithEglot();
  });
  beforeEach(() => void (place = new Place()));
  afterEach(() => place.remove());
  const file = (text = CONTRADICTION): string => place.write('a.sds.yaml', text);

  for (const [name, mode] of [['a.sds.yaml', 'sds-yaml-mode'], ['b.sds.yml', 'sds-yaml-mode'], ['c.yaml', 'other'], ['sds.yaml', 'other']]) {
    it(`takes ${name} for ${mode}`, () => {
      const found = inEmacs<{ mode: string }>(place, place.write(name!, CONTRADICTION), '(list :mode (if (eq major-mode \'sds-yaml-mode) "sds-yaml-mode" "other"))');
      assert.equal(found.mode, mode);
    });
  }

  it('tells the server the language of the sheets', () => {
    const sent = inEmacs<{ languageId: string }>(place, file(), '(sds-test-managed) (list :languageId (plist-get (eglot--TextDocumentItem) :languageId))');
    assert.equal(sent.languageId, 'sds-yaml');
  });

  it('shows diagnostics where they are, and follows the typing', () => {
    const [before, after] = inEmacs<EmacsDiagnostic[][]>(place, file(), `${CHECKED}
      (let ((before (sds-test-diagnostics)))
        (goto-char (point-max))
        (search-backward "はい")
        (delete-char 2)
        (insert "対象外")
        (eglot--signal-textDocument/didChange)
        (sds-test-wait (lambda () (and (flymake-diagnostics) (not (seq-find (lambda (one) (string-match-p "inconsistent" (flymake-diagnostic-text one))) (flymake-diagnostics))))))
        (vector before (sds-test-diagnostics)))`);
    const found = before!.find(({ text }) => text.includes('inconsistent-answer'))!;
    assert.deepEqual({ ...found, text: '' }, { text: '', type: 'eglot-error', at: 'はい', line: 8 });
    assert.match(found.text, /1\.1 は、1 が「非該当」のため対象外です/);
    assert.ok(after!.length > 0);
  });

  it('completes answers and references where they begin', () => {
    const found = inEmacs<{ answer: string; listed: string; reference: string }>(place, file(`${CONTRADICTION}  76: 対`), `
      (sds-test-managed)
      (goto-char (point-max))
      (completion-at-point)
      (let ((answer (sds-test-line)))
        (insert "\\n  77:\\n    参照項番: 6.11.C")
        (completion-at-point)
        (let ((listed (with-current-buffer "*Completions*" (buffer-string))))
          (insert "10")
          (completion-at-point)
          (list :answer answer :listed listed :reference (sds-test-line))))`);
    assert.equal(found.answer, '  76: 対象外');
    for (const reference of ['6.11.C1', '6.11.C8', '6.11.C11']) assert.match(found.listed, new RegExp(`^${reference}\\b|\\s${reference}\\b`, 'm'));
    assert.equal(found.reference, '    参照項番: 6.11.C10');
  });

  it('shows the question on hover', () => {
    const { shown } = inEmacs<{ shown: string }>(place, file(), `${CHECKED}
      (goto-char (point-min))
      (search-forward "  1.1")
      (backward-char)
      (let (shown)
        (run-hook-wrapped 'eldoc-documentation-functions
                          (lambda (function) (funcall function (lambda (text &rest _) (setq shown (concat shown text)))) nil))
        (list :shown (sds-test-wait (lambda () (and shown (string-match-p "診療録" shown) shown)))))`);
    assert.match(shown, /診療録及び診療諸記録/);
  });

  it('applies the code action that is chosen', () => {
    const { text } = inEmacs<{ text: string }>(place, file(), `${CHECKED}
      (goto-char (point-max))
      (search-backward "はい")
      (let ((last-nonmenu-event ?x)) (call-interactively #'eglot-code-actions))
      (list :text (buffer-string))`, { typed: '1 を「該当」にする\n' });
    assert.equal(text, CONTRADICTION.replace('非該当', '該当'));
  });

  it('takes settings and the language of messages from the set-up', () => {
    const setup = `(setq sds-server-command '("sds-language-server" "--stdio" "--locale" "en"))
      (setq-default eglot-workspace-configuration '(:sds (:rules (:inconsistent-answer "info"))))`;
    const all = inEmacs<EmacsDiagnostic[]>(place, file(), `${CHECKED} (sds-test-diagnostics)`, { setup });
    const found = all.find(({ text }) => text.includes('inconsistent-answer'))!;
    assert.equal(found.type, 'eglot-note');
    assert.match(found.text, /does not apply/);
  });

  it('colours keys, comments and strings', () => {
    const faces = inEmacs<string[]>(place, file('様式: SDS-4.0 # 注\n回答:\n  １．１： "はい"\n  17: { 記憶: はい }\n'), `
      (font-lock-ensure)
      (vconcat (mapcar (lambda (text) (goto-char (point-min)) (search-forward text) (symbol-name (get-text-property (match-beginning 0) 'face)))
                       '("様式" "注" "１．１" "はい" "記憶")))`);
    assert.deepEqual(faces.map((face) => face.replace('font-lock-', '').replace('-face', '')), ['variable-name', 'comment', 'variable-name', 'string', 'variable-name']);
  });
});
