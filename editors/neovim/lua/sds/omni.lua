-- Completion for Neovim before 0.10. The omnifunc of these versions keeps only what begins letter by letter as it is typed,
-- so that はい is lost for `hai` and 6.11.C8 for `6.11.C`; and it leaves out further lines and edits elsewhere.

local M = {}

local function word_of(item)
  return (item.textEdit and item.textEdit.newText) or item.insertText or item.label
end

-- The server tells in filterText, word by word, every way to type an item.
local function is_meant(item, typed)
  if typed == '' then return true end
  local wanted = vim.fn.tolower(typed)
  local text = vim.fn.tolower(item.filterText or word_of(item))
  if vim.startswith(text, wanted) then return true end
  for _, way in ipairs(vim.split(text, '%s+')) do
    if vim.startswith(way, wanted) then return true end
  end
  return false
end

-- The byte, counted from zero, at which the text of an item goes; nil where it is on another line.
local function start_of(item, row, line)
  local range = item.textEdit and item.textEdit.range
  if not range then return vim.fn.match(line:sub(1, vim.api.nvim_win_get_cursor(0)[2]), '\\k*$') end
  if range.start.line ~= row then return nil end
  return vim.str_byteindex(line, range.start.character, true)
end

local function show(items)
  local cursor = vim.api.nvim_win_get_cursor(0)
  local line = vim.api.nvim_get_current_line()
  local first = cursor[2]
  for _, item in ipairs(items) do
    first = math.min(first, start_of(item, cursor[1] - 1, line) or first)
  end
  table.sort(items, function(a, b) return (a.sortText or a.label) < (b.sortText or b.label) end)
  local matches = {}
  for _, item in ipairs(items) do
    local start = start_of(item, cursor[1] - 1, line)
    if start and is_meant(item, line:sub(start + 1, cursor[2])) then
      local documentation = item.documentation
      table.insert(matches, {
        word = line:sub(first + 1, start) .. vim.split(word_of(item), '\n', { plain = true })[1],
        abbr = item.label,
        menu = item.labelDetails and item.labelDetails.description or '',
        info = type(documentation) == 'table' and documentation.value or documentation or ' ',
        dup = 1,
        empty = 1,
        user_data = { sds = item },
      })
    end
  end
  vim.fn.complete(first + 1, matches)
end

function M.omnifunc(findstart)
  if findstart ~= 1 then return {} end
  vim.lsp.buf_request(0, 'textDocument/completion', vim.lsp.util.make_position_params(), function(failure, result)
    local mode = vim.api.nvim_get_mode().mode
    if failure or not result or not (mode == 'i' or mode == 'ic') then return end
    show(vim.lsp.util.extract_completion_items(result))
  end)
  return -2
end

-- What an item changes besides its first line, once it was taken.
function M.done()
  local data = vim.v.completed_item and vim.v.completed_item.user_data
  local item = type(data) == 'table' and data.sds
  if not item then return end
  local buffer = vim.api.nvim_get_current_buf()
  local namespace = vim.api.nvim_create_namespace('sds')
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  -- An edit may go to the end of the text, where the cursor is; it stays before it.
  local mark = vim.api.nvim_buf_set_extmark(buffer, namespace, row - 1, column, { right_gravity = false })
  if item.additionalTextEdits then vim.lsp.util.apply_text_edits(item.additionalTextEdits, buffer, 'utf-16') end
  row, column = unpack(vim.api.nvim_buf_get_extmark_by_id(buffer, namespace, mark, {}))
  vim.api.nvim_buf_del_extmark(buffer, namespace, mark)
  local lines = vim.split(word_of(item), '\n', { plain = true })
  if #lines > 1 then
    lines[1] = ''
    vim.api.nvim_buf_set_text(buffer, row, column, row, column, lines)
    row, column = row + #lines - 1, #lines[#lines]
  end
  vim.api.nvim_win_set_cursor(0, { row + 1, column })
end

return M
