//! Debian and its relatives: ask dpkg, install with apt-get.

use super::packages::Package;
use crate::command::{Call, is_there};
use crate::place::Place;
use crate::trouble::{Result, Trouble};

pub(super) fn ensure(place: &Place, wanted: &[Package]) -> Result<()> {
    let missing = missing(place, wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    let width = missing
        .iter()
        .map(|package| package.name.len())
        .max()
        .unwrap_or(0);
    println!("System packages that are not there yet:");
    for package in &missing {
        println!("  {:width$}  to {}", package.name, package.why);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let by_hand = format!(
        "apt-get install --no-install-recommends {}",
        names.join(" ")
    );
    if place.no_install {
        return Err(Trouble::new("system packages are missing").hint(format!("As root: {by_hand}")));
    }
    let root = is_root(place)?;
    if !root && !is_there("sudo") {
        return Err(Trouble::new(
            "system packages are missing, and there is no sudo to install them",
        )
        .hint(format!("As root: {by_hand}")));
    }
    println!(
        "Installing them with apt-get{}.",
        if root {
            ""
        } else {
            " (sudo may ask for your password)"
        }
    );
    apt(place, root, &["update", "-q"])?;
    let mut install = vec!["install", "-q", "-y", "--no-install-recommends"];
    install.extend(names);
    apt(place, root, &install).map_err(|trouble| {
        Trouble::new(trouble.to_string()).hint(format!("By hand, as root: {by_hand}"))
    })
}

fn missing(place: &Place, wanted: &[Package]) -> Result<Vec<Package>> {
    // dpkg-query fails as soon as one name is unknown, yet still prints the others.
    let known = Call::new(place, "dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(wanted.iter().map(|package| package.name))
        .stdout()?;
    let installed = |name: &str| {
        known.lines().any(|line| {
            line.split_once(' ')
                .is_some_and(|(package, status)| package == name && status == "installed")
        })
    };
    Ok(wanted
        .iter()
        .filter(|package| !installed(package.name))
        .copied()
        .collect())
}

fn is_root(place: &Place) -> Result<bool> {
    Ok(Call::new(place, "id").args(["-u"]).stdout()?.trim() == "0")
}

fn apt(place: &Place, root: bool, args: &[&str]) -> Result<()> {
    let call = if root {
        Call::new(place, "apt-get")
    } else {
        Call::new(place, "sudo").args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
    };
    call.args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}
