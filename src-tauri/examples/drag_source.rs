//! Something to drag out of another program: what a window journey drops on Sentier. Offers what its first argument names
//! from a small window at the right edge of the screen; the second says as what: `file` (as a file manager does), `link` or
//! `picture` (as a browser offers those of a page), `markup` (as it offers what is selected in one).

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use gtk::prelude::*;
    use gtk::{gdk, glib};

    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().ok_or("name what to offer")?;
    let sort = arguments.next().unwrap_or("file".to_owned());
    let address = match sort.as_str() {
        "file" => glib::filename_to_uri(&what, None)?.to_string(),
        _ => what.clone(),
    };
    let markup = match sort.as_str() {
        "link" => format!("<a href=\"{what}\">{what}</a>"),
        "picture" => format!("<img src=\"{what}\" onerror=\"globalThis.__ran = 'picture'\">"),
        _ => what.clone(),
    };
    let offered: &[&str] = match sort.as_str() {
        "file" => &["text/uri-list"],
        "markup" => &["text/html", "UTF8_STRING"],
        "picture" => &["image/png", "text/uri-list", "text/html", "UTF8_STRING"],
        _ => &[
            "text/x-moz-url",
            "_NETSCAPE_URL",
            "text/uri-list",
            "text/html",
            "UTF8_STRING",
        ],
    };
    gtk::init()?;
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("Drag source");
    window.set_default_size(160, 120);
    let handle = gtk::EventBox::new();
    let targets: Vec<_> = offered
        .iter()
        .map(|name| gtk::TargetEntry::new(name, gtk::TargetFlags::empty(), 0))
        .collect();
    handle.drag_source_set(
        gdk::ModifierType::BUTTON1_MASK,
        &targets,
        gdk::DragAction::COPY | gdk::DragAction::LINK,
    );
    handle.connect_drag_data_get(move |_, _, data, _, _| {
        let target = data.target();
        match target.name().as_str() {
            "text/uri-list" => {
                data.set_uris(&[address.as_str()]);
            }
            "text/html" => data.set(&target, 8, markup.as_bytes()),
            "text/x-moz-url" => {
                let wide: Vec<u8> = format!("{address}\n{address}")
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect();
                data.set(&target, 8, &wide);
            }
            "_NETSCAPE_URL" => data.set(&target, 8, format!("{address}\n{address}").as_bytes()),
            "image/png" => data.set(&target, 8, b"\x89PNG\r\n\x1a\n"),
            _ => {
                data.set_text(&address);
            }
        }
    });
    window.add(&handle);
    window.show_all();
    window.move_(1240, 60);
    gtk::main();
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {}
