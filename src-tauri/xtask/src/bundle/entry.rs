//! A .deb proved: unpacked aside, its desktop entry validated, the app launched from that entry
//! with a calendar file, and its window seen.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::command::Call;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::screen::Screen;
use crate::trouble::{Result, Trouble, While};

/// The largest a .deb may be, in bytes (ENGINEERING: 15 MB).
const LARGEST: u64 = 15_000_000;

/// What the entry must say, whatever else it says.
const LINES: [&str; 4] = [
    "Exec=sentier %F",
    "Icon=sentier",
    "Categories=Office;Calendar;ContactManagement;",
    "MimeType=text/calendar;text/vcard;text/csv;",
];

const SIZES: [&str; 6] = ["16x16", "32x32", "64x64", "128x128", "256x256", "512x512"];

pub(super) fn check(place: &Place, package: &Path) -> Result<()> {
    needs::ensure(place, Purpose::Bundle)?;
    let size = fs::metadata(package).while_("weigh the package")?.len();
    println!("  weighs {:.1} MB", size as f64 / 1e6);
    if size > LARGEST {
        return Err(Trouble::new("the package is heavier than 15 MB"));
    }
    let unpacked = place.kept("deb");
    let _ = fs::remove_dir_all(&unpacked);
    Call::new(place, "dpkg-deb")
        .args(["--extract"])
        .args([package, &unpacked])
        .run()?;
    let entry = unpacked.join("usr/share/applications/Sentier.desktop");
    Call::new(place, "desktop-file-validate")
        .args([&entry])
        .run()?;
    says(&entry)?;
    icons(&unpacked)?;
    launches(place, &unpacked, &entry)
}

fn says(entry: &Path) -> Result<()> {
    let text = fs::read_to_string(entry).while_("read the desktop entry")?;
    for line in LINES {
        if !text.lines().any(|there| there == line) {
            return Err(Trouble::new(format!(
                "the desktop entry does not say `{line}`"
            )));
        }
    }
    println!(
        "  its desktop entry is valid, opens .ics, .vcf and .csv, and has a French name for things"
    );
    Ok(())
}

fn icons(unpacked: &Path) -> Result<()> {
    for size in SIZES {
        let icon = unpacked.join(format!("usr/share/icons/hicolor/{size}/apps/sentier.png"));
        if !icon.is_file() {
            return Err(Trouble::new(format!(
                "the package lacks the icon {}",
                icon.display()
            )));
        }
    }
    Ok(())
}

/// Launches as a file manager does on a double click, and waits for the window.
fn launches(place: &Place, unpacked: &Path, entry: &Path) -> Result<()> {
    let screen = Screen::start(place)?;
    let on_screen = |program: &str| {
        Call::new(place, program)
            .envs(screen.env())
            .env("HOME", screen.home())
    };
    let path = prefixed("PATH", &unpacked.join("usr/bin"), "");
    let data = prefixed(
        "XDG_DATA_DIRS",
        &unpacked.join("usr/share"),
        "/usr/local/share:/usr/share",
    );
    let calendar = place.at("tests/window/fixtures/week.ics");
    let began = Instant::now();
    on_screen("gio")
        .args(["launch"])
        .args([entry, &calendar])
        .env("PATH", path)
        .env("XDG_DATA_DIRS", data)
        .run()?;
    let mut process = None;
    while process.is_none() {
        if began.elapsed() > Duration::from_secs(20) {
            return Err(Trouble::new(
                "launched from its entry, the app showed no window within 20 s",
            ));
        }
        sleep(Duration::from_millis(50));
        process = on_screen("xprop")
            .args(["-name", "Sentier", "_NET_WM_PID", "WM_CLASS"])
            .output()?;
    }
    let seen = process.unwrap_or_default();
    println!(
        "  launched from its entry, its window is there after {:.1} s",
        began.elapsed().as_secs_f64()
    );
    let id = seen
        .lines()
        .find_map(|line| line.split(" = ").nth(1))
        .unwrap_or_default();
    if id.parse::<u32>().is_ok() {
        Call::new(place, "kill").args([id]).run()?;
    }
    if seen.contains("\"sentier\"") {
        Ok(())
    } else {
        Err(Trouble::new(format!(
            "the window is not the entry's (StartupWMClass): {seen}"
        )))
    }
}

/// A path variable with a folder put before what it holds.
fn prefixed(name: &str, folder: &Path, otherwise: &str) -> String {
    let rest = std::env::var(name).unwrap_or_else(|_| otherwise.to_owned());
    format!("{}:{rest}", PathBuf::from(folder).display())
}
