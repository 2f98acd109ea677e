//! Icon files, all drawn from the two sources in `src-tauri/icons`: `icon.svg`, and
//! `icon-small.svg` with bolder strokes for the sizes where the first would blur.

use std::fs;

use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::trouble::{Result, Trouble, While};

const FOLDER: &str = "src-tauri/icons";

/// Up to this many pixels the bolder drawing is used.
const SMALL: u32 = 32;

const PICTURES: [(&str, u32); 6] = [
    ("16x16.png", 16),
    ("32x32.png", 32),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("256x256.png", 256),
    ("icon.png", 512),
];

const ICO_SIZES: [u32; 6] = [16, 24, 32, 48, 64, 256];

/// Apple's four-letter names of the sizes that may be PNG, with their pixels.
const ICNS_SIZES: [(&[u8; 4], u32); 10] = [
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// Draws every icon file the bundles name.
pub(crate) fn run(place: &Place) -> Result<bool> {
    needs::ensure(place, Purpose::Icons)?;
    for (name, size) in PICTURES {
        keep(place, name, &draw(place, size)?)?;
    }
    keep(place, "icon.ico", &ico(place)?)?;
    keep(place, "icon.icns", &icns(place)?)?;
    println!("{FOLDER}: {} pictures, icon.ico, icon.icns", PICTURES.len());
    Ok(true)
}

fn keep(place: &Place, name: &str, bytes: &[u8]) -> Result<()> {
    fs::write(place.at(FOLDER).join(name), bytes).while_(format!("write {name}"))
}

/// The icon as PNG bytes, `size` pixels square.
fn draw(place: &Place, size: u32) -> Result<Vec<u8>> {
    let source = if size <= SMALL {
        "icon-small.svg"
    } else {
        "icon.svg"
    };
    let size = size.to_string();
    let output = Call::new(place, "rsvg-convert")
        .args(["--width", &size, "--height", &size])
        .args([place.at(FOLDER).join(source)])
        .into_command()
        .output()
        .while_("start rsvg-convert")?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(Trouble::new(format!(
            "rsvg-convert could not draw {source}"
        )))
    }
}

/// Windows: a directory of PNG pictures (ICONDIR, then one ICONDIRENTRY each).
fn ico(place: &Place) -> Result<Vec<u8>> {
    let mut pictures = Vec::new();
    for size in ICO_SIZES {
        pictures.push((size, draw(place, size)?));
    }
    let mut file = vec![0, 0, 1, 0];
    file.extend((ICO_SIZES.len() as u16).to_le_bytes());
    let mut offset = 6 + 16 * pictures.len();
    for (size, bytes) in &pictures {
        // 256 is written as 0; then no palette, one plane, 32 bits a pixel.
        let side = u8::try_from(*size).unwrap_or(0);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend((bytes.len() as u32).to_le_bytes());
        file.extend((offset as u32).to_le_bytes());
        offset += bytes.len();
    }
    file.extend(pictures.into_iter().flat_map(|(_, bytes)| bytes));
    Ok(file)
}

/// macOS: named chunks, each with its length including the eight bytes of its head.
fn icns(place: &Place) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    for (name, size) in ICNS_SIZES {
        let bytes = draw(place, size)?;
        body.extend(name);
        body.extend((bytes.len() as u32 + 8).to_be_bytes());
        body.extend(bytes);
    }
    let mut file = b"icns".to_vec();
    file.extend((body.len() as u32 + 8).to_be_bytes());
    file.extend(body);
    Ok(file)
}
