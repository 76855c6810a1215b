//! Starts the language server of disclosure sheets, with what the user's settings say under `lsp.sds`.

use zed_extension_api::{self as zed, serde_json, settings::LspSettings, LanguageServerId, Result, Worktree};

const COMMAND: &str = "sds-language-server";
const ARGUMENTS: [&str; 1] = ["--stdio"];
/// The section in which the server looks for its settings.
const SECTION: &str = "sds";

struct Sds;

impl zed::Extension for Sds {
    fn new() -> Self {
        Sds
    }

    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<zed::Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree).ok().and_then(|settings| settings.binary);
        let (path, arguments) = binary.map(|binary| (binary.path, binary.arguments)).unwrap_or_default();
        let command = path
            .or_else(|| worktree.which(COMMAND))
            .ok_or_else(|| format!("{COMMAND} is not on the PATH"))?;
        Ok(zed::Command {
            command,
            args: arguments.unwrap_or_else(|| ARGUMENTS.map(String::from).to_vec()),
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(id.as_ref(), worktree).ok().and_then(|settings| settings.settings);
        Ok(settings.map(|settings| serde_json::json!({ SECTION: settings })))
    }
}

zed::register_extension!(Sds);
