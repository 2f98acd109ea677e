//! The list of system packages, each with what it is for.

/// What is about to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Compiling and opening the app.
    Build,
    /// Driving the real window on a screen of its own.
    Window,
    /// Comparing with programs nobody here wrote.
    Oracle,
    /// Validating and launching an installed package.
    Bundle,
    /// Drawing icon files from their source.
    Icons,
}

/// How one finds out whether it is there where dpkg is not.
#[derive(Clone, Copy)]
pub(crate) enum Sign {
    /// A program on the PATH.
    Program(&'static str),
    /// A library known to pkg-config.
    Library(&'static str),
}

/// One thing the system must have.
#[derive(Clone, Copy)]
pub(crate) struct Package {
    /// Its name in Debian.
    pub(crate) name: &'static str,
    /// Why it is needed, as the end of "needed to …".
    pub(crate) why: &'static str,
    pub(crate) sign: Sign,
    purpose: Purpose,
}

const fn package(purpose: Purpose, name: &'static str, why: &'static str, sign: Sign) -> Package {
    Package {
        name,
        why,
        sign,
        purpose,
    }
}

const ALL: &[Package] = {
    use Purpose::{Build, Bundle, Icons, Oracle, Window};
    use Sign::{Library, Program};
    &[
        package(Build, "build-essential", "compile and link", Program("cc")),
        package(
            Build,
            "pkg-config",
            "find the system's libraries",
            Program("pkg-config"),
        ),
        package(
            Build,
            "libwebkit2gtk-4.1-dev",
            "show the window (Tauri's web view on Linux)",
            Library("webkit2gtk-4.1"),
        ),
        package(
            Window,
            "xvfb",
            "give the tests a screen of their own",
            Program("Xvfb"),
        ),
        package(
            Window,
            "openbox",
            "manage that screen's windows",
            Program("openbox"),
        ),
        package(
            Window,
            "dbus-daemon",
            "give that screen its own session bus",
            Program("dbus-daemon"),
        ),
        package(
            Window,
            "wmctrl",
            "close a window as its cross does",
            Program("wmctrl"),
        ),
        package(
            Window,
            "xdotool",
            "move the pointer from one window to another",
            Program("xdotool"),
        ),
        package(
            Window,
            "webkit2gtk-driver",
            "drive the real window",
            Program("WebKitWebDriver"),
        ),
        package(
            Window,
            "iproute2",
            "leave only loopback when the network is cut",
            Program("ip"),
        ),
        package(
            Oracle,
            "python3",
            "run the recurrence oracle",
            Program("python3"),
        ),
        package(
            Oracle,
            "python3-venv",
            "keep the oracle apart from the system",
            Program("python3"),
        ),
        package(
            Bundle,
            "desktop-file-utils",
            "validate the desktop entry",
            Program("desktop-file-validate"),
        ),
        package(
            Bundle,
            "libglib2.0-bin",
            "launch from the desktop entry",
            Program("gio"),
        ),
        package(
            Bundle,
            "x11-utils",
            "see the launched window",
            Program("xwininfo"),
        ),
        package(
            Icons,
            "librsvg2-bin",
            "draw the icons from their source",
            Program("rsvg-convert"),
        ),
    ]
};

/// Everything `purpose` needs; whatever shows a window needs what the build needs too.
pub(crate) fn for_purpose(purpose: Purpose) -> Vec<Package> {
    let also = |package: &Package| match purpose {
        Purpose::Window => package.purpose == Purpose::Build,
        Purpose::Bundle => matches!(package.purpose, Purpose::Build | Purpose::Window),
        Purpose::Build | Purpose::Oracle | Purpose::Icons => false,
    };
    ALL.iter()
        .filter(|package| package.purpose == purpose || also(package))
        .copied()
        .collect()
}
