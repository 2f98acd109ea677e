//! A screen of our own: Xvfb, a window manager and a private session bus.
//!
//! The bus can start no services. On a bare machine a window otherwise waits, up to 25 s, for
//! desktop portals or accessibility helpers that never come (tauri-apps/tauri#12742); here the
//! answer is an immediate "there is none", which is also what an offline laptop must live with.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::command::Call;
use crate::place::Place;
use crate::trouble::{Result, Trouble, While};

/// As large as a common laptop's.
const SIZE: &str = "1440x900x24";

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// The processes of one screen; they end with it, each by its own id.
pub(crate) struct Screen {
    folder: PathBuf,
    display: String,
    bus: PathBuf,
    children: Vec<Child>,
}

impl Screen {
    /// Starts a screen on a display number nobody has.
    pub(crate) fn start(place: &Place) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("sentier-screen-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for inside in ["frame", "home", "run"] {
            fs::create_dir_all(folder.join(inside)).while_("make a folder for the screen")?;
        }
        private(&folder.join("run"))?;
        let bus = folder.join("bus");
        let mut screen = Self {
            folder,
            display: String::new(),
            bus,
            children: Vec::new(),
        };
        screen.start_display(place)?;
        screen.start_bus(place)?;
        screen.start_manager(place)?;
        Ok(screen)
    }

    /// What a program needs to find this screen, and nothing of the person's own session.
    pub(crate) fn env(&self) -> Vec<(String, String)> {
        let home = self.folder.join("home").display().to_string();
        let pairs = [
            ("DISPLAY", self.display.clone()),
            (
                "DBUS_SESSION_BUS_ADDRESS",
                format!("unix:path={}", self.bus.display()),
            ),
            ("SENTIER_SCREEN_HOME", home),
            (
                "XDG_RUNTIME_DIR",
                self.folder.join("run").display().to_string(),
            ),
            ("XDG_SESSION_TYPE", "x11".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("WAYLAND_DISPLAY", String::new()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("GTK_A11Y", "none".to_owned()),
            ("GTK_USE_PORTAL", "0".to_owned()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
        ];
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    /// A home folder that is nobody's.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    /// The file Xvfb keeps the screen's pixels in (XWD format), always current.
    pub(crate) fn frame(&self) -> PathBuf {
        self.folder.join("frame/Xvfb_screen0")
    }

    fn start_display(&mut self, place: &Place) -> Result<()> {
        let mut child = Call::new(place, "Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                SIZE,
                "-nolisten",
                "tcp",
                "-noreset",
                "-fbdir",
            ])
            .args([self.folder.join("frame")])
            .into_command()
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .while_("start Xvfb")?;
        let mut number = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout)
                .read_line(&mut number)
                .while_("hear from Xvfb")?;
        }
        self.children.push(child);
        if number.trim().is_empty() {
            return Err(Trouble::new("Xvfb did not start").hint("Try `Xvfb -displayfd 1` by hand."));
        }
        self.display = format!(":{}", number.trim());
        Ok(())
    }

    fn start_bus(&mut self, place: &Place) -> Result<()> {
        let config = self.folder.join("bus.conf");
        fs::write(
            &config,
            BUS.replace("SOCKET", &self.bus.display().to_string()),
        )
        .while_("write the bus's configuration")?;
        let child = Call::new(place, "dbus-daemon")
            .args(["--nofork", "--nopidfile", "--config-file"])
            .args([&config])
            .into_command()
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .while_("start dbus-daemon")?;
        self.children.push(child);
        self.until("the session bus", |screen| screen.bus.exists())
    }

    fn start_manager(&mut self, place: &Place) -> Result<()> {
        let child = Call::new(place, "openbox")
            .args(["--sm-disable"])
            .envs(self.env())
            .env("HOME", self.home())
            .into_command()
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .while_("start openbox")?;
        self.children.push(child);
        Ok(())
    }

    fn until(&self, what: &str, ready: impl Fn(&Self) -> bool) -> Result<()> {
        let began = Instant::now();
        while !ready(self) {
            if began.elapsed() > Duration::from_secs(10) {
                return Err(Trouble::new(format!("{what} did not come up within 10 s")));
            }
            sleep(Duration::from_millis(10));
        }
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // The last started ends first, so that nobody loses the display under its feet.
        for child in self.children.iter_mut().rev() {
            let ended = std::process::Command::new("kill")
                .arg(child.id().to_string())
                .status()
                .is_ok_and(|status| status.success());
            if !ended {
                let _ = child.kill();
            }
            let _ = child.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// GTK and D-Bus refuse a runtime folder that others may read.
#[cfg(unix)]
fn private(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
        .while_("close the runtime folder")
}

#[cfg(not(unix))]
fn private(_: &Path) -> Result<()> {
    Ok(())
}
