//! Pictures of contacts, shown small. What is no picture is none: a sender chooses the bytes, we choose what decodes
//! them.

use std::collections::HashMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{CardField, ContactId};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use parking_lot::Mutex;

use crate::contacts;
use crate::done::Done;
use crate::fault::{Fault, FaultKind};
use crate::house::House;

/// Pixels of a small picture's side: twice what the page shows, for dense screens.
const SIDE: u32 = 128;
/// The biggest picture that is looked at, in megabytes, and the longest side in pixels.
const MEGABYTES_MOST: u64 = 20;
const SIDE_MOST: u32 = 12_000;
/// Memory one picture may take while it is made small, in bytes.
const MEMORY_MOST: u64 = 256 << 20;
/// Small pictures that are remembered; about 6 KB each.
const REMEMBERED: usize = 600;

/// Small pictures by the address of their bytes; `None` for what is no picture.
#[derive(Debug, Default)]
pub(crate) struct Album(Mutex<HashMap<String, Option<String>>>);

/// A small square picture as a `data:` address; `None` when there is none, or it is none.
pub fn small(house: &House, address: &str) -> Option<String> {
    if address.is_empty() {
        return None;
    }
    if let Some(known) = house.album.0.lock().get(address) {
        return known.clone();
    }
    let bytes = house.store.attic().read(address);
    let made = bytes.ok().and_then(|bytes| made_small(&bytes));
    let mut album = house.album.0.lock();
    if album.len() >= REMEMBERED {
        album.clear();
    }
    album.insert(address.to_owned(), made.clone());
    made
}

/// Gives a contact a picture from a file, or takes it away.
pub fn set(house: &House, id: ContactId, path: Option<&Path>) -> Result<Done, Fault> {
    let photo = path.map(|path| kept(house, path)).transpose()?;
    let _gate = house.gate();
    let mut contact = contacts::contact(house, id)?;
    let label = if photo.is_some() {
        "photo-set"
    } else {
        "photo-removed"
    };
    contact.photo = photo.unwrap_or_default();
    contact.mark(CardField::Photo, house.clock.now());
    contacts::write(house, contact, None, label, "said-edited")
}

fn kept(house: &House, path: &Path) -> Result<String, Fault> {
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let read = |error: std::io::Error| {
        Fault::new(FaultKind::Failed, "error-file-read")
            .with("name", name.clone())
            .with("detail", error.to_string())
    };
    let size = fs::metadata(path).map_err(read)?.len();
    if size > MEGABYTES_MOST << 20 {
        return Err(Fault::invalid("error-file-big")
            .with("name", name)
            .with("size", (size >> 20) as usize)
            .with("most", MEGABYTES_MOST as usize));
    }
    let bytes = fs::read(path).map_err(read)?;
    if made_small(&bytes).is_none() {
        return Err(Fault::invalid("error-photo").with("name", name));
    }
    house.store.attic().keep(&bytes).map_err(read)
}

/// A picture cut square in the middle and made small; `None` for what is none of the four kinds, or too much.
fn made_small(bytes: &[u8]) -> Option<String> {
    if bytes.len() as u64 > MEGABYTES_MOST << 20 {
        return None;
    }
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MOST);
    limits.max_image_height = Some(SIDE_MOST);
    limits.max_alloc = Some(MEMORY_MOST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    let small = picture.resize_to_fill(SIDE, SIDE, FilterType::Triangle);
    let (small, format, kind) = if small.color().has_alpha() {
        (small, ImageFormat::Png, "png")
    } else {
        let small = DynamicImage::ImageRgb8(small.into_rgb8());
        (small, ImageFormat::Jpeg, "jpeg")
    };
    let mut written = Cursor::new(Vec::new());
    small.write_to(&mut written, format).ok()?;
    let text = STANDARD.encode(written.into_inner());
    Some(format!("data:image/{kind};base64,{text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut written = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height)
            .write_to(&mut written, ImageFormat::Png)
            .expect("a picture");
        written.into_inner()
    }

    #[test]
    fn a_picture_is_made_small_whatever_its_shape() {
        let small = made_small(&png(900, 30)).expect("it is a picture");
        assert!(
            small.starts_with("data:image/jpeg;base64,"),
            "our own encoder wrote it: {}",
            &small[..32]
        );
        assert!(small.len() < 20_000, "and it is small");
    }

    #[test]
    fn what_is_no_picture_is_none() {
        for bytes in [
            &b""[..],
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
            b"\x89PNG\r\n\x1a\n",
            b"GIF89a",
            b"<html>",
        ] {
            assert_eq!(made_small(bytes), None, "{bytes:?}");
        }
        let cut = png(60, 60);
        assert_eq!(made_small(&cut[..cut.len() / 2]), None, "half a picture");
    }
}
