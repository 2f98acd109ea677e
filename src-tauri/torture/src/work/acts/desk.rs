//! Undo, settings, views, reminders, snapshots.

use domain::{Filter, Half, Hours, Settings, Spot, View};
use workflows::{Fault, reminders, search, settings as setting, undo as undoing, views};

use super::Hand;
use crate::needle::NEEDLE;

pub(super) fn undo(hand: &mut Hand) -> Result<(), Fault> {
    for _ in 0..1 + hand.dice.below(3) {
        undoing::undo(&hand.house)?;
    }
    Ok(())
}

pub(super) fn redo(hand: &mut Hand) -> Result<(), Fault> {
    undoing::redo(&hand.house).map(drop)
}

pub(super) fn settings(hand: &mut Hand) -> Result<(), Fault> {
    let mut settings: Settings = hand.house.settings();
    let from =
        chrono::NaiveTime::from_hms_opt(7 + u32::try_from(hand.dice.below(4)).unwrap_or(0), 0, 0);
    let until = chrono::NaiveTime::from_hms_opt(18, 0, 0);
    settings.hours[hand.dice.index(5)] = from.zip(until).map(|(from, until)| Hours { from, until });
    setting::save(&hand.house, settings).map(drop)
}

pub(super) fn stand(hand: &mut Hand) -> Result<(), Fault> {
    let date = hand.moment().date();
    setting::stand(&hand.house, date, Half::Morning, Some(Spot::Home)).map(drop)
}

pub(super) fn view(hand: &mut Hand) -> Result<(), Fault> {
    let view = View {
        name: format!("Vue {NEEDLE} {}", hand.number() % 5),
        filter: Filter {
            tags: [format!("lot {NEEDLE} {}", hand.number() % 7)].into(),
            ..Filter::default()
        },
        ..View::left()
    };
    views::leave(&hand.house, (None, view.clone()))?;
    views::save(&hand.house, (None, view)).map(drop)
}

/// Looks for something: the index is made on the way, and what is asked is kept nowhere.
pub(super) fn find(hand: &mut Hand) -> Result<(), Fault> {
    let words = format!("{NEEDLE} {}", hand.number() % 100);
    search::find(&hand.house, &words, 20).map(drop)
}

pub(super) fn remind(hand: &mut Hand) -> Result<(), Fault> {
    reminders::turn(&hand.house).map(drop)
}

pub(super) fn snapshot(hand: &mut Hand) -> Result<(), Fault> {
    hand.house.store.snapshot_now(hand.house.clock.now())?;
    Ok(())
}
