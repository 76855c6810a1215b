-- SDS Authoring in Neovim: the file type sds-yaml and its language server. Neovim 0.7 or later, nothing besides.
--
--   require('sds').setup()
--   require('sds').setup({ cmd = { 'sds-language-server', '--stdio', '--locale', 'en' }, settings = { profile = 'strict' } })

local M = {}

local FILETYPE = 'sds-yaml'
local NAME = 'sds'

local defaults = {
  cmd = { 'sds-language-server', '--stdio' },
  -- The section `sds` of the settings, without its name: profile, rules, inlayHints and so on.
  settings = vim.empty_dict(),
  capabilities = nil,
  on_attach = nil,
}

local function detect()
  if vim.fn.has('nvim-0.8') == 1 then
    vim.filetype.add({ pattern = { ['.*%.sds%.ya?ml'] = FILETYPE } })
  else
    -- Before the autocommands of Neovim's own detection, which leave a file type alone that is there already.
    vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, { pattern = { '*.sds.yaml', '*.sds.yml' }, command = 'setfiletype ' .. FILETYPE })
  end
end

-- The folder with the team's settings, or else the repository, or else the folder of the file.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  if vim.fn.has('win32') == 1 then folder = folder:gsub('\\', '/') end
  local path = vim.fn.escape(folder, ' ,;\\') .. ';'
  for _, marker in ipairs({ '.sds', '.git' }) do
    local found = vim.fn.finddir(marker, path)
    if found == '' then found = vim.fn.findfile(marker, path) end
    if found ~= '' then return (vim.fn.fnamemodify(found, ':p'):gsub('[/\\]+$', ''):gsub('[/\\][^/\\]*$', '')) end
  end
  return folder
end

-- What vim.lsp.start of later versions does.
local running = {}
local function start_and_attach(config, buffer)
  local id = running[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    running[config.root_dir] = id
  end
  if id then vim.lsp.buf_attach_client(buffer, id) end
end

local function complete_like_later_versions(buffer)
  vim.api.nvim_buf_set_option(buffer, 'omnifunc', "v:lua.require'sds.omni'.omnifunc")
  local group = vim.api.nvim_create_augroup('sds-omni-' .. buffer, { clear = true })
  vim.api.nvim_create_autocmd('CompleteDone', { group = group, buffer = buffer, callback = function() require('sds.omni').done() end })
end

local function configure(options, buffer)
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  return {
    name = NAME,
    cmd = options.cmd,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ':t') } },
    settings = { sds = options.settings },
    -- Versions before 0.10 do not tell the settings when they are asked.
    init_options = { sds = options.settings },
    capabilities = options.capabilities or vim.lsp.protocol.make_client_capabilities(),
    on_attach = function(client, attached)
      if vim.fn.has('nvim-0.10') == 0 then complete_like_later_versions(attached) end
      if options.on_attach then options.on_attach(client, attached) end
    end,
  }
end

function M.setup(given)
  local options = vim.tbl_extend('force', defaults, given or {})
  detect()
  if vim.treesitter.language and vim.treesitter.language.register then vim.treesitter.language.register('yaml', FILETYPE) end
  vim.api.nvim_create_autocmd('FileType', {
    pattern = FILETYPE,
    callback = function(event)
      vim.bo.commentstring = '# %s'
      vim.bo.expandtab = true
      vim.bo.shiftwidth = 2
      vim.bo.softtabstop = 2
      vim.bo.syntax = 'yaml'
      local config = configure(options, event.buf)
      if vim.lsp.start then vim.lsp.start(config, { bufnr = event.buf }) else start_and_attach(config, event.buf) end
    end,
  })
end

return M
