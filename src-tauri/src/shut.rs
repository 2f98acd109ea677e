//! What the web view must not do, whatever a page asks of it: go elsewhere, open windows, fetch files, show its tools.

use tauri::webview::NewWindowResponse;
use tauri::{Runtime, WebviewWindow, WebviewWindowBuilder};

/// Closes what can be closed before the window is there.
pub(crate) fn closed<'a, R: Runtime, M: tauri::Manager<R>>(
    builder: WebviewWindowBuilder<'a, R, M>,
) -> WebviewWindowBuilder<'a, R, M> {
    let builder = builder
        // Links open in the system's browser, by a press, or not at all.
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .browser_extensions_enabled(false)
        .devtools(cfg!(debug_assertions));
    match NOWHERE.parse() {
        Ok(nowhere) if cfg!(target_os = "linux") => builder.proxy_url(nowhere),
        _ => builder,
    }
}

/// The proxy of a web view that has no business on any network: the port of this machine where nobody ever listens
/// (discard, RFC 863). WebKitGTK connects ahead of what it is then told not to load (a `preconnect`, a link that is
/// refused): the policy does not speak of that, and even a connection tells that somebody is there.
const NOWHERE: &str = "http://127.0.0.1:9";

/// Whether an address is one of the page's own.
fn is_ours(url: &tauri::Url) -> bool {
    let own = url.scheme() == "tauri" && url.host_str() == Some("localhost");
    // Where the web view has no schemes of one's own (Windows).
    let windows = cfg!(windows)
        && matches!(url.scheme(), "http" | "https")
        && url.host_str() == Some("tauri.localhost")
        && url.port().is_none();
    own || windows
}

/// Closes what only a web view that is there can close.
///
/// WebKitGTK's menu would offer to go back, to read the page anew, to fetch and open what a link leads to; what stays
/// is what one does with texts. It would ask the person whether a page may have the microphone, the place, the
/// notifications: no page here may.
#[cfg(target_os = "linux")]
pub(crate) fn close<R: Runtime>(window: &WebviewWindow<R>) {
    use webkit2gtk::{
        ContextMenuExt, ContextMenuItemExt, PermissionRequestExt, SettingsExt, WebViewExt,
    };

    let told = window.with_webview(|webview| {
        let view = webview.inner();
        if let Some(settings) = WebViewExt::settings(&view) {
            settings.set_enable_dns_prefetching(false);
            settings.set_javascript_can_open_windows_automatically(false);
            settings.set_allow_file_access_from_file_urls(false);
            settings.set_allow_universal_access_from_file_urls(false);
            settings.set_enable_back_forward_navigation_gestures(false);
        }
        view.connect_permission_request(|_, request| {
            request.deny();
            true
        });
        view.connect_context_menu(|_, menu, _, _| {
            for item in menu.items() {
                if !is_for_texts(item.stock_action()) {
                    menu.remove(&item);
                }
            }
            // One with nothing in it is not shown.
            menu.n_items() == 0
        });
    });
    if let Err(error) = told {
        log::warn!("the web view is as it comes: {error}");
    }
}

#[cfg(target_os = "linux")]
fn is_for_texts(action: webkit2gtk::ContextMenuAction) -> bool {
    use webkit2gtk::ContextMenuAction as Action;
    matches!(
        action,
        Action::Copy
            | Action::Cut
            | Action::Paste
            | Action::PasteAsPlainText
            | Action::Delete
            | Action::SelectAll
            | Action::SpellingGuess
            | Action::NoGuessesFound
            | Action::IgnoreSpelling
            | Action::LearnSpelling
            | Action::InsertEmoji
            | Action::InputMethods
    )
}

/// Elsewhere the page itself keeps the menu to texts (`views/Window.svelte`), and the systems ask before a page may
/// have anything.
#[cfg(not(target_os = "linux"))]
pub(crate) fn close<R: Runtime>(_: &WebviewWindow<R>) {}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn the_page_goes_nowhere_but_home() {
        let ours = |url: &str| url.parse().is_ok_and(|url| is_ours(&url));
        assert!(ours("tauri://localhost/"));
        assert!(ours("tauri://localhost/index.html#content"));
        for elsewhere in [
            "https://example.com/",
            "http://localhost/",
            "http://127.0.0.1:8080/",
            "tauri://example.com/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "about:blank",
            "blob:tauri://localhost/x",
            "https://tauri.localhost.example.com/",
        ] {
            assert!(!ours(elsewhere), "{elsewhere}");
        }
    }
}
