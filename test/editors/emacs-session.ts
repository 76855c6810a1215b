import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { emacsWithEglot } from '../../scripts/editor/text-editors.mjs';
import { shipped, type Place } from './place.ts';

/** What tests say in Emacs Lisp besides what a user's Emacs has. */
const WORDS = `
(defun sds-test-wait (wanted)
  "Let the server speak until WANTED returns something, and return that."
  (let ((end (+ (float-time) 20)) found)
    (while (and (not (setq found (funcall wanted))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or found (error "Waited in vain: %S" wanted))))

(defun sds-test-diagnostics ()
  (vconcat (mapcar (lambda (one)
                     (list :text (flymake-diagnostic-text one)
                           :type (symbol-name (flymake-diagnostic-type one))
                           :at (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                           :line (line-number-at-pos (flymake-diagnostic-beg one))))
                   (flymake-diagnostics))))

(defun sds-test-line ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun sds-test-managed ()
  (run-hooks 'post-command-hook)
  (sds-test-wait (lambda () (and (fboundp 'eglot-managed-p) (eglot-managed-p)))))
`;

export interface EmacsDiagnostic {
  text: string;
  type: string;
  at: string;
  line: number;
}

/**
 * Runs an Emacs without a screen, with the set-up that is documented and no other, in which a sheet is open.
 * @param form what is to be evaluated there; a value that JSON can hold
 * @param options what a user's init file says besides, and what is typed where Emacs asks
 * @returns the value
 */
export function inEmacs<T>(place: Place, file: string, form: string, { setup = '', typed = '' } = {}): T {
  const result = path.join(place.folder, 'result.json');
  const script = path.join(place.folder, 'session.el');
  writeFileSync(script, `;;; -*- lexical-binding: t; coding: utf-8 -*-
(package-initialize)
(setq make-backup-files nil create-lockfiles nil)
(add-to-list 'load-path ${lisp(shipped('editors/emacs'))})
(require 'sds-mode)
(add-hook 'sds-yaml-mode-hook #'eglot-ensure)
${setup}
${WORDS}
(find-file ${lisp(file)})
(let ((value (progn ${form}))
      (coding-system-for-write 'utf-8))
  (with-temp-file ${lisp(result)} (insert (json-encode value))))
(set-buffer-modified-p nil)
`);
  const { status, stdout, stderr } = spawnSync(emacsWithEglot(), ['--batch', '--load', script], { cwd: place.sheets, env: place.env, input: typed, encoding: 'utf8', timeout: 50_000 });
  if (status !== 0) throw new Error(`Emacs ended with ${status}:\n${stdout}\n${stderr}`);
  return JSON.parse(readFileSync(result, 'utf8')) as T;
}

function lisp(text: string): string {
  return JSON.stringify(text);
}
