#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hostile::calendars::try_bytes(bytes));
