//! Something to drag a file out of: what a window journey drops on Sentier. Offers the file named by its argument from a
//! small window at the right edge of the screen, as a file manager does.

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use gtk::prelude::*;
    use gtk::{gdk, glib};

    let file = std::env::args().nth(1).ok_or("name a file to offer")?;
    let address = glib::filename_to_uri(file, None)?;
    gtk::init()?;
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("Drag source");
    window.set_default_size(160, 120);
    let handle = gtk::EventBox::new();
    handle.drag_source_set(
        gdk::ModifierType::BUTTON1_MASK,
        &[gtk::TargetEntry::new(
            "text/uri-list",
            gtk::TargetFlags::empty(),
            0,
        )],
        gdk::DragAction::COPY,
    );
    handle.connect_drag_data_get(move |_, _, data, _, _| {
        data.set_uris(&[address.as_str()]);
    });
    window.add(&handle);
    window.show_all();
    window.move_(1240, 60);
    gtk::main();
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {}
