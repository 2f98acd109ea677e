//! The door: the window, its commands and events, and the command line. Business lives in `workflows`.
//!
//! To add a command: a workflow first, then a function of a few lines in `commands/<noun>.rs`, its name in
//! [`surface`], and `cargo xtask bindings`.

mod around;
mod arriving;
mod autostart;
pub mod cli;
mod closed;
pub mod commands;
mod crash;
mod desk;
mod door;
mod drawing;
mod events;
mod gate;
mod given;
mod inside;
mod keeping;
mod leaving;
mod locking;
mod notify;
mod opening;
mod paths;
mod reminding;
mod shut;
mod tray;
mod window;

pub use desk::DeskFile;
pub use door::{Desktop, Door};
pub use events::{
    BackupProgress, Changed, FilesGiven, FilesHover, ImportProgress, Locked, Locking, Rang,
    SealProgress,
};
pub use gate::handler;
pub use keeping::keep_safe;
pub use locking::watch;
pub use opening::Opening;
pub use reminding::ring;

/// Every command and event of the window, typed.
pub fn surface<R: tauri::Runtime>() -> tauri_specta::Builder<R> {
    tauri_specta::Builder::<R>::new()
        // Every shape reads as it is written, so one TypeScript type serves both directions.
        .disable_serde_phases()
        .commands(tauri_specta::collect_commands![
            commands::desk::start,
            commands::desk::now,
            commands::folder::notices,
            commands::folder::put_notice_away,
            commands::folder::trust_clock,
            commands::folder::closure,
            commands::folder::reopen,
            commands::folder::choose_book,
            commands::folder::show_folder,
            commands::folder::quit,
            commands::desk::remember_desk,
            commands::desk::save_settings,
            commands::desk::zones,
            commands::desk::regions,
            commands::desk::next_holidays,
            commands::desk::stand,
            commands::desk::travel,
            commands::desk::welcome,
            commands::desk::remove_examples,
            commands::desk::undo,
            commands::desk::take_back,
            commands::desk::do_again,
            commands::desk::redo,
            commands::desk::history,
            commands::calendar::calendar_days,
            commands::calendar::tray,
            commands::calendar::judge,
            commands::calendar::reschedule,
            commands::calendar::rescope,
            commands::air::lay_air,
            commands::air::repay_air,
            commands::air::use_freed,
            commands::air::hang_on,
            commands::air::preview_air,
            commands::air::look_back,
            commands::conclude::look_conclude,
            commands::conclude::conclude,
            commands::conclude::between_templates,
            commands::touchpoints::touchpoint,
            commands::touchpoints::plan_touchpoint,
            commands::touchpoints::edit_touchpoint,
            commands::touchpoints::trash_touchpoint,
            commands::touchpoints::restore_touchpoint,
            commands::touchpoints::trashed_touchpoints,
            commands::touchpoints::new_video_link,
            commands::touchpoints::join,
            commands::links::open_link,
            commands::departures::departures,
            commands::departures::departure_standing,
            commands::departures::prepare_departure,
            commands::departures::withdraw_departure,
            commands::departures::inform,
            commands::clients::clients,
            commands::clients::client,
            commands::clients::client_history,
            commands::clients::create_client,
            commands::clients::edit_client,
            commands::clients::archive_client,
            commands::clients::trash_client,
            commands::clients::restore_client,
            commands::listing::clients_page,
            commands::listing::client_ids,
            commands::listing::list_facets,
            commands::listing::bulk_clients,
            commands::listing::views,
            commands::listing::save_view,
            commands::listing::delete_view,
            commands::listing::left_view,
            commands::listing::leave_view,
            commands::markets::markets,
            commands::markets::save_market,
            commands::markets::remove_market,
            commands::path::edit_path,
            commands::path::write_need,
            commands::path::write_promise,
            commands::path::close_touchpoint,
            commands::path::reason_material,
            commands::path::brief,
            commands::path::today,
            commands::people::contact,
            commands::people::loose_contacts,
            commands::people::create_contact,
            commands::people::edit_contact,
            commands::people::archive_contact,
            commands::people::trash_contact,
            commands::people::restore_contact,
            commands::people::create_place,
            commands::people::edit_place,
            commands::people::archive_place,
            commands::people::trash_place,
            commands::people::restore_place,
            commands::people::trashed,
            commands::people::trash_copies,
            commands::people::erase_trashed,
            commands::people::empty_trash,
            commands::rights::object,
            commands::rights::silent_people,
            commands::rights::keep_people,
            commands::rights::export_person,
            commands::rights::look_at_erasure,
            commands::rights::erase_person,
            commands::rights::erasures,
            commands::files::choose_attachments,
            commands::files::attach,
            commands::files::open_attachment,
            commands::files::remove_attachment,
            commands::files::photo,
            commands::files::set_photo,
            commands::exchange::choose_import,
            commands::exchange::preview_import,
            commands::exchange::import_rows,
            commands::exchange::run_import,
            commands::exchange::cancel_import,
            commands::exchange::export_calendar,
            commands::exchange::choose_import_folder,
            commands::exchange::remap_import,
            commands::exchange::save_import_report,
            commands::exchange::export_people,
            commands::duplicates::duplicates,
            commands::duplicates::merge,
            commands::duplicates::unmerge,
            commands::duplicates::merges_of,
            commands::duplicates::not_the_same,
            commands::quick::read_sentence,
            commands::search::search,
            commands::backup::backups,
            commands::backup::save_backup,
            commands::backup::backup_now,
            commands::backup::choose_backup_folder,
            commands::backup::plan_backups,
            commands::backup::choose_backup,
            commands::backup::look_restore,
            commands::backup::run_restore,
            commands::backup::stop_backup,
            commands::backup::drill_backup,
            commands::backup::check_book,
            commands::backup::repair_book,
            commands::lock::threshold,
            commands::lock::unlock,
            commands::lock::recover,
            commands::lock::lock_now,
            commands::lock::stirred,
            commands::lock::sealing,
            commands::lock::seal,
            commands::lock::unseal,
            commands::lock::change_passphrase,
            commands::lock::new_recovery_code,
            commands::lock::save_recovery_code,
            commands::lock::print_page,
            commands::reminders::rung,
            commands::reminders::missed,
            commands::reminders::missed_seen,
            commands::reminders::snoozes,
            commands::reminders::snooze,
            commands::reminders::without_reason,
            commands::reminders::background,
            commands::reminders::start_with_session,
        ])
        .events(tauri_specta::collect_events![
            events::Changed,
            events::ImportProgress,
            events::BackupProgress,
            events::FilesGiven,
            events::FilesHover,
            events::Rang,
            events::SealProgress,
            events::Locking,
            events::Locked,
        ])
}
