//! What the page is drawn with.

use tauri::WebviewWindow;

/// Draws the page the way this machine can.
///
/// WebKitGTK composes through OpenGL whatever is behind it. Where no graphics processor is (a virtual machine, a remote
/// desktop, a driver that failed), OpenGL is emulated by the processor: every frame costs several times its drawing, and
/// the web process some 100 MB more. There it draws plainly. Elsewhere nothing is changed.
#[cfg(target_os = "linux")]
pub(crate) fn suit(window: &WebviewWindow) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    if has_graphics() {
        return;
    }
    let told = window.with_webview(|webview| {
        if let Some(settings) = WebViewExt::settings(&webview.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if let Err(error) = told {
        log::warn!("the page is drawn as the web view likes: {error}");
    }
}

/// Whether the kernel offers a processor that renders (`/dev/dri/renderD128` and on).
#[cfg(target_os = "linux")]
fn has_graphics() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|devices| {
        devices
            .flatten()
            .any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
    })
}

/// Other systems' web views choose well by themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) fn suit(_: &WebviewWindow) {}
