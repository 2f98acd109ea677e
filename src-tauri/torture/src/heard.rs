//! What a worker said, and what is wrong with it.

use std::collections::BTreeSet;

use crate::ledger::{Ledger, Touched};

/// What happened on opening, as the worker says it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Opened {
    pub(crate) damaged: u64,
    pub(crate) quarantined: bool,
    pub(crate) upgraded: bool,
}

/// Everything a worker said.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    pub(crate) opened: Option<Opened>,
    pub(crate) touched: Option<Touched>,
    /// What there was once it was open.
    pub(crate) first: Option<Ledger>,
    /// What there was after a repair.
    pub(crate) again: Option<Ledger>,
    /// What there was at the last acknowledgement.
    pub(crate) ledger: Ledger,
    pub(crate) acked: u64,
    /// Acts that ended in a typed no: kind and words.
    pub(crate) nos: Vec<String>,
    /// What it had begun last and not said to be done.
    pub(crate) doing: Option<String>,
    pub(crate) flaws: Vec<String>,
    pub(crate) checked: usize,
    pub(crate) lost: Vec<String>,
    pub(crate) left: Vec<String>,
    /// Archives that have their name and are not whole.
    pub(crate) half: Vec<String>,
    pub(crate) refused: Option<String>,
    pub(crate) broke: Option<String>,
    pub(crate) bye: bool,
    /// The disk did say no.
    pub(crate) fired: bool,
    /// It panicked, hung, or died by itself.
    pub(crate) trouble: Option<String>,
}

impl Heard {
    /// What was said, whole lines only.
    pub(crate) fn of(said: &[u8]) -> Self {
        let end = said
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let text = String::from_utf8_lossy(&said[..end]);
        let mut heard = Self::default();
        let mut changes: Vec<(String, Option<u64>)> = Vec::new();
        for line in text.lines() {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "open" => heard.opened = Some(opened(rest)),
                "touched" => {
                    let keys: BTreeSet<String> = rest.split(' ').map(str::to_owned).collect();
                    heard.touched = Some(Touched::Known(keys));
                }
                "touched-too-much" => heard.touched = Some(Touched::TooMuch),
                "all" => changes.clear(),
                "+" => {
                    if let Some((key, hash)) = rest.split_once(' ') {
                        changes.push((key.to_owned(), hash.parse().ok()));
                    }
                }
                "-" => changes.push((rest.to_owned(), None)),
                "is" => {
                    heard.ledger.records.clear();
                    heard.take(&mut changes, rest);
                    if heard.first.is_none() {
                        heard.first = Some(heard.ledger.clone());
                    } else {
                        heard.again = Some(heard.ledger.clone());
                    }
                }
                "ack" => {
                    heard.take(&mut changes, rest);
                    heard.acked += 1;
                    heard.doing = None;
                }
                "no" => {
                    heard.take(&mut changes, rest);
                    heard.doing = None;
                    heard.nos.push(rest.to_owned());
                }
                "begin" => heard.doing = Some(rest.to_owned()),
                "flaw" => heard.flaws.push(rest.to_owned()),
                "checked" => heard.checked += 1,
                "lost" => heard.lost.push(rest.to_owned()),
                "left" => heard.left.push(rest.to_owned()),
                "half" => heard.half.push(rest.to_owned()),
                "refused" => heard.refused = Some(rest.to_owned()),
                "broke" => heard.broke = Some(rest.to_owned()),
                "bye" => heard.bye = true,
                "fired" => heard.fired = true,
                _ => {}
            }
        }
        heard
    }

    fn take(&mut self, changes: &mut Vec<(String, Option<u64>)>, rest: &str) {
        for (key, hash) in changes.drain(..) {
            match hash {
                Some(hash) => self.ledger.records.insert(key, hash),
                None => self.ledger.records.remove(&key),
            };
        }
        let seq = rest.split(' ').next().and_then(|seq| seq.parse().ok());
        self.ledger.seq = seq.unwrap_or(self.ledger.seq);
    }

    /// What is wrong with this opening of a book of which `acked` was acknowledged; nothing when it
    /// is all there. Without damage there is nothing to forgive.
    pub(crate) fn wrong(&self, acked: &Ledger) -> Option<String> {
        if let Some(trouble) = &self.trouble {
            return Some(trouble.clone());
        }
        if let Some(why) = &self.refused {
            return Some(format!("the book was refused: {why}"));
        }
        if let Some(why) = &self.broke {
            return Some(format!("the worker broke: {why}"));
        }
        let damaged = self.opened.as_ref().map_or(0, |opened| opened.damaged);
        if damaged > 0 {
            return Some(format!("{damaged} frames were damaged"));
        }
        if let Some(flaw) = self.flaws.first() {
            return Some(format!("the check found: {flaw}"));
        }
        if let Some(half) = self.half.first() {
            return Some(format!("half an archive has its name: {half}"));
        }
        self.lost(acked)
    }

    /// What was acknowledged and is not there.
    pub(crate) fn lost(&self, acked: &Ledger) -> Option<String> {
        let (first, touched) = (self.first.as_ref()?, self.touched.as_ref()?);
        acked.lost_in(first, touched)
    }
}

fn opened(rest: &str) -> Opened {
    let numbers: Vec<u64> = rest.split(' ').filter_map(|n| n.parse().ok()).collect();
    let at = |n: usize| numbers.get(n).copied().unwrap_or(0);
    Opened {
        damaged: at(2),
        quarantined: at(3) > 0,
        upgraded: at(6) > 0,
    }
}
