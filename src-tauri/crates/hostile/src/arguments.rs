//! Messages of the page: what a command would do with them.

use serde::de::DeserializeOwned;
use serde_json::Value;
use wire::{Eye, checked, text};
use workflows::{
    Fault, House, air, clients, conclude, contacts, days, departures, duplicates, history, markets,
    path, places, quick, reminders, reschedule, search, settings, touchpoints, travel, undo, views,
};

use crate::stage;

/// A command without the shell around it: its arguments made ours, then the workflow.
type Command = fn(&House, &Eye<'_>, &Value) -> Result<(), Fault>;

/// Tries `{"command": …, "arguments": {…}}`, as the shell does: held to what its fields may hold, then run.
pub fn try_bytes(bytes: &[u8]) {
    let Ok(Value::Object(given)) = serde_json::from_slice(bytes) else {
        return;
    };
    let name = given.get("command").and_then(Value::as_str);
    let Some((name, command)) =
        name.and_then(|name| COMMANDS.iter().find(|(known, _)| *known == name))
    else {
        return;
    };
    let arguments = given.get("arguments").unwrap_or(&Value::Null);
    if checked::message(name, arguments).is_err() {
        return;
    }
    stage::furnished(|stage| {
        let house = &stage.house;
        let before = house.store.last_seq();
        let answer = command(house, &Eye::on(house), arguments);
        let after = house.store.last_seq();
        match answer {
            Err(fault) => {
                let (message, _) = fault.say(&house.words());
                assert!(!message.is_empty(), "a refusal says why");
                assert_eq!(
                    after, before,
                    "a refusal writes nothing: {name} {arguments}"
                );
            }
            Ok(()) if after != before => is_well(house, name, arguments),
            Ok(()) => {}
        }
    });
}

/// What was written can be shown, and holds nothing hidden.
fn is_well(house: &House, name: &str, arguments: &Value) {
    let eye = Eye::on(house);
    let today = house.now_wall().date();
    let until = today + chrono::Days::new(7);
    let week = workflows::days::between(house, today, until)
        .and_then(|seen| eye.calendar(&seen, today, until, house.store.last_seq()));
    assert!(
        week.is_ok(),
        "the week is shown after {name} {arguments}: {:?}",
        week.err()
    );
    let lines = house.store.each_line((), |(), line| {
        let line = line.write()?;
        let text = String::from_utf8_lossy(&line);
        let hidden = |c: char| domain::is_hidden(c) && !matches!(c, '\u{200c}' | '\u{200d}');
        if text.contains(hidden) {
            return Err(store::StoreError::State(format!(
                "hidden characters were kept: {text:?}"
            )));
        }
        Ok::<(), store::StoreError>(())
    });
    assert!(lines.is_ok(), "after {name} {arguments}: {lines:?}");
}

fn of<T: DeserializeOwned>(arguments: &Value, name: &str) -> Result<T, Fault> {
    let value = arguments.get(name).cloned().unwrap_or(Value::Null);
    // The shell has words of its own for a shape that is none; nothing is run there either.
    serde_json::from_value(value).map_err(|_| checked::Refused::Shapeless.into())
}

fn id<N: domain::Noun>(arguments: &Value, name: &str) -> Result<domain::Id<N>, Fault> {
    Ok(text::id(&of::<String>(arguments, name)?)?)
}

fn party(arguments: &Value, name: &str) -> Result<duplicates::Party, Fault> {
    Ok(text::party(&of::<String>(arguments, name)?)?)
}

fn date(arguments: &Value, name: &str) -> Result<chrono::NaiveDate, Fault> {
    Ok(text::date(&of::<String>(arguments, name)?)?)
}

fn occurrence(arguments: &Value) -> Result<Option<domain::Moment>, Fault> {
    Ok(text::occurrence(
        of::<Option<String>>(arguments, "occurrence")?.as_deref(),
    )?)
}

/// The commands that read what the page sends, each as its function in the shell runs it.
const COMMANDS: &[(&str, Command)] = &[
    ("reschedule", |house, eye, a| {
        let proposal = of::<wire::Reschedule>(a, "proposal")?;
        reschedule::perform(house, proposal.try_into()?).map(|outcome| drop(eye.outcome(outcome)))
    }),
    ("judge", |house, eye, a| {
        let proposal = of::<wire::Reschedule>(a, "proposal")?;
        reschedule::judge(house, proposal.try_into()?).map(|verdict| drop(eye.verdict(&verdict)))
    }),
    ("rescope", |house, eye, a| {
        let scope = of::<wire::Scope>(a, "scope")?;
        reschedule::rescope(house, scope.into()).map(|outcome| drop(eye.outcome(outcome)))
    }),
    ("calendar_days", |house, eye, a| {
        let range = of::<wire::DayRange>(a, "range")?;
        let (from, until) = (text::date(&range.from)?, text::date(&range.until)?);
        let seen = days::between(house, from, until)?;
        eye.calendar(&seen, from, until, 0).map(drop)
    }),
    ("lay_air", |house, eye, a| {
        let target = of::<wire::Target>(a, "target")?;
        air::lay(house, target.try_into()?, of(a, "force")?)
            .map(|outcome| drop(eye.outcome(outcome)))
    }),
    ("repay_air", |house, eye, a| {
        let monday = wire::monday(&of::<String>(a, "monday")?)?;
        air::repay(house, monday).map(|done| drop(eye.done(done)))
    }),
    ("hang_on", |house, eye, a| {
        let purpose = of::<wire::Purpose>(a, "purpose")?;
        air::hang(house, id(a, "meeting")?, purpose.into(), of(a, "minutes")?)
            .map(|done| drop(eye.done(done)))
    }),
    ("preview_air", |house, eye, a| {
        let (rules, range) = (
            of::<wire::AirSheet>(a, "rules")?,
            of::<wire::DayRange>(a, "range")?,
        );
        let (from, until) = (text::date(&range.from)?, text::date(&range.until)?);
        air::preview(house, rules.into(), from, until).map(|days| drop(eye.breaths(&days)))
    }),
    ("look_back", |house, eye, a| {
        let monday = wire::monday(&of::<String>(a, "monday")?)?;
        air::look_back(house, monday).map(|week| drop(eye.look_back(&week)))
    }),
    ("look_conclude", |house, eye, a| {
        let ask = of::<wire::Conclude>(a, "ask")?.try_into()?;
        conclude::look(house, &ask).map(|look| drop(eye.conclude(&look)))
    }),
    ("conclude", |house, _, a| {
        let ask = of::<wire::Conclude>(a, "ask")?.try_into()?;
        conclude::run(house, &ask).map(drop)
    }),
    ("touchpoint", |house, _, a| {
        touchpoints::sheet(house, id(a, "id")?, occurrence(a)?).map(drop)
    }),
    ("plan_touchpoint", |house, eye, a| {
        let draft = of::<wire::Draft>(a, "draft")?;
        touchpoints::plan(house, draft.try_into()?).map(|outcome| drop(eye.outcome(outcome)))
    }),
    ("edit_touchpoint", |house, eye, a| {
        let (which, edit) = (of::<wire::Which>(a, "which")?, of::<wire::Edit>(a, "edit")?);
        touchpoints::edit(house, which.try_into()?, edit.try_into()?)
            .map(|done| drop(eye.done(done)))
    }),
    ("trash_touchpoint", |house, eye, a| {
        let which = of::<wire::Which>(a, "which")?;
        touchpoints::trash(house, which.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("restore_touchpoint", |house, eye, a| {
        touchpoints::restore(house, id(a, "id")?).map(|done| drop(eye.done(done)))
    }),
    ("prepare_departure", |house, eye, a| {
        let which = of::<wire::Which>(a, "which")?;
        departures::prepare(house, which.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("clients", |house, _, a| {
        clients::list(house, &of::<String>(a, "words")?).map(drop)
    }),
    ("client", |house, eye, a| {
        clients::page(house, id(a, "id")?).map(|page| drop(eye.client_page(&page)))
    }),
    ("create_client", |house, eye, a| {
        clients::create(house, &of::<String>(a, "name")?).map(|done| drop(eye.done(done)))
    }),
    ("edit_client", |house, eye, a| {
        let edit = of::<wire::ClientEdit>(a, "edit")?;
        clients::edit(house, id(a, "id")?, edit.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("clients_page", |house, eye, a| {
        let query = of::<wire::ListQuery>(a, "query")?;
        clients::window(house, &query.into()).map(|rows| drop(eye.client_rows(&rows)))
    }),
    ("client_ids", |house, _, a| {
        let query = of::<wire::ListQuery>(a, "query")?;
        clients::ids(house, &query.into()).map(drop)
    }),
    ("bulk_clients", |house, eye, a| {
        let ids = of::<Vec<String>>(a, "ids")?;
        let ids = ids
            .iter()
            .map(|id| text::id(id))
            .collect::<Result<Vec<_>, _>>()?;
        let edit = of::<wire::BulkEdit>(a, "edit")?;
        clients::bulk(house, &ids, edit.into()).map(|done| drop(eye.done(done)))
    }),
    ("save_view", |house, _, a| {
        views::save(house, of::<wire::ListView>(a, "view")?.try_into()?).map(drop)
    }),
    ("leave_view", |house, _, a| {
        views::leave(house, of::<wire::ListView>(a, "view")?.try_into()?)
    }),
    ("save_market", |house, _, a| {
        let edit = of::<wire::MarketEdit>(a, "edit")?;
        markets::save(house, &of::<String>(a, "name")?, edit.try_into()?).map(drop)
    }),
    ("edit_path", |house, eye, a| {
        let edit = of::<wire::PathEdit>(a, "edit")?;
        path::edit(house, id(a, "id")?, edit.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("write_need", |house, eye, a| {
        let need = of::<wire::NeedGiven>(a, "need")?;
        path::need(house, id(a, "client")?, need.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("write_promise", |house, eye, a| {
        let promise = of::<wire::PromiseGiven>(a, "promise")?;
        path::promise(house, id(a, "client")?, promise.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("close_touchpoint", |house, _, a| {
        let (which, closing) = (
            of::<wire::Which>(a, "which")?,
            of::<wire::Closing>(a, "closing")?,
        );
        path::close(house, which.try_into()?, closing.try_into()?).map(drop)
    }),
    ("brief", |house, eye, a| {
        path::brief(house, id(a, "id")?, occurrence(a)?).map(|brief| drop(eye.brief(&brief)))
    }),
    ("create_contact", |house, _, a| {
        contacts::create(house, of::<wire::ContactEdit>(a, "edit")?.try_into()?).map(drop)
    }),
    ("edit_contact", |house, eye, a| {
        let edit = of::<wire::ContactEdit>(a, "edit")?;
        contacts::edit(house, id(a, "id")?, edit.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("create_place", |house, _, a| {
        let edit = of::<wire::PlaceEdit>(a, "edit")?;
        places::create(house, id(a, "client")?, edit.into()).map(drop)
    }),
    ("edit_place", |house, eye, a| {
        let edit = of::<wire::PlaceEdit>(a, "edit")?;
        places::edit(house, id(a, "id")?, edit.into()).map(|done| drop(eye.done(done)))
    }),
    ("duplicates", |house, eye, a| {
        let (from, limit) = (of::<u32>(a, "from")?, of::<u32>(a, "limit")?);
        duplicates::pairs(house, from as usize, limit.min(200) as usize)
            .map(|pairs| drop(eye.duplicates(&pairs)))
    }),
    ("merge", |house, eye, a| {
        let picks = of::<Vec<wire::MergePick>>(a, "picks")?;
        let picks: Vec<duplicates::Pick> = picks.into_iter().map(Into::into).collect();
        duplicates::merge(house, party(a, "kept")?, party(a, "gone")?, &picks)
            .map(|done| drop(eye.done(done)))
    }),
    ("not_the_same", |house, eye, a| {
        duplicates::apart(house, party(a, "a")?, party(a, "b")?).map(|done| drop(eye.done(done)))
    }),
    ("read_sentence", |house, eye, a| {
        let (sentence, choices) = (
            of::<String>(a, "sentence")?,
            of::<Vec<wire::QuickChoice>>(a, "choices")?,
        );
        let choices: Vec<quick::Choice> = choices.into_iter().map(Into::into).collect();
        quick::read(house, &sentence, &choices).map(|quick| drop(eye.quick(&sentence, &quick)))
    }),
    ("search", |house, eye, a| {
        search::find(house, &of::<String>(a, "words")?, of(a, "limit")?)
            .map(|found| drop(eye.search_answer(&found)))
    }),
    ("snooze", |house, _, a| {
        let delay = of::<wire::Delay>(a, "delay")?;
        reminders::snooze(house, id(a, "id")?, occurrence(a)?, delay.into()).map(drop)
    }),
    ("save_settings", |house, eye, a| {
        let sheet = of::<wire::SettingsSheet>(a, "settings")?;
        settings::save(house, sheet.try_into()?).map(|done| drop(eye.done(done)))
    }),
    ("stand", |house, eye, a| {
        let (half, spot) = (
            of::<wire::Half>(a, "half")?,
            of::<Option<wire::Spot>>(a, "spot")?,
        );
        settings::stand(house, date(a, "date")?, half.into(), spot.map(Into::into))
            .map(|done| drop(eye.done(done)))
    }),
    ("travel", |house, eye, a| {
        let zone = text::zone(&of::<String>(a, "zone")?)?;
        travel::answer(house, zone, of(a, "moves")?).map(|done| drop(eye.done(done)))
    }),
    ("undo", |house, eye, _| {
        undo::undo(house).map(|done| drop(done.map(|done| eye.done(done))))
    }),
    ("redo", |house, eye, _| {
        undo::redo(house).map(|done| drop(done.map(|done| eye.done(done))))
    }),
    ("take_back", |house, eye, a| {
        let steps: Vec<u64> = of::<Vec<u32>>(a, "steps")?
            .into_iter()
            .map(u64::from)
            .collect();
        undo::take_back(house, &steps, of(a, "together")?).map(|turned| drop(eye.turned(turned)))
    }),
    ("do_again", |house, eye, a| {
        let steps: Vec<u64> = of::<Vec<u32>>(a, "steps")?
            .into_iter()
            .map(u64::from)
            .collect();
        undo::do_again(house, &steps).map(|turned| drop(eye.turned(turned)))
    }),
    ("history", |house, _, a| {
        let client = of::<Option<String>>(a, "client")?;
        let asked = history::Asked {
            before: of::<Option<u32>>(a, "before")?.map(u64::from),
            limit: of::<u32>(a, "limit")? as usize,
            client: client.as_deref().map(text::id).transpose()?,
            words: of::<Option<String>>(a, "words")?.unwrap_or_default(),
        };
        history::lines(house, &asked).map(drop)
    }),
];
