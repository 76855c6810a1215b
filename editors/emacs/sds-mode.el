;;; sds-mode.el --- Disclosure sheets (.sds.yaml) with their language server  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools

;;; Commentary:

;; A major mode for the sheets of SDS Authoring, and what eglot has to know
;; to start their language server:
;;
;;   (require 'sds-mode)
;;   (add-hook 'sds-yaml-mode-hook #'eglot-ensure)

;;; Code:

(defgroup sds nil
  "Disclosure sheets as text."
  :group 'languages)

(defcustom sds-server-command '("sds-language-server" "--stdio")
  "The language server and its arguments.
With \"--locale\" \"en\" it speaks English."
  :type '(repeat string))

(defvar sds-yaml-mode-syntax-table
  (let ((table (make-syntax-table text-mode-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    ;; A number or a reference with its dots is one thing, in either width.
    (dolist (character '(?. ?- ?_ ?． ?－ ?～))
      (modify-syntax-entry character "_" table))
    table)
  "Syntax table of `sds-yaml-mode'.")

(defvar sds-yaml-mode-font-lock-keywords
  '(("^[ \t　]*\\([^][{}#:： \t\n\"'-][^][{}#:：\n]*\\)[:：]" 1 font-lock-variable-name-face)
    ("[{,][ \t　]*\\([^][{}#:：,\n]+\\)[:：]" 1 font-lock-variable-name-face))
  "What `sds-yaml-mode' colours besides comments and strings.")

;;;###autoload
(define-derived-mode sds-yaml-mode text-mode "SDS"
  "Major mode for disclosure sheets in their text form."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+[ \t]*")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local indent-line-function #'indent-relative)
  (setq-local font-lock-defaults '(sds-yaml-mode-font-lock-keywords)))

(put 'sds-yaml-mode 'eglot-language-id "sds-yaml")

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.sds\\.ya?ml\\'" . sds-yaml-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons 'sds-yaml-mode (lambda (&rest _) sds-server-command))))

(provide 'sds-mode)
;;; sds-mode.el ends here
