//! The tray of the desktop: what comes next, a way back to the window, a way out. Many desktops have none; whoever asks
//! is told, and nothing relies on it.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;

pub(crate) use system::Tray;

/// What its menu says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    /// Brings the window forward.
    pub(crate) open: String,
    /// The next touchpoint: `14:30 Visio · Fromagerie du Lac`.
    pub(crate) next: String,
    /// Ends Sentier.
    pub(crate) quit: String,
}

/// Its picture.
fn picture() -> tauri::image::Image<'static> {
    tauri::include_image!("src-tauri/icons/64x64.png")
}
