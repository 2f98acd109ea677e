#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hostile::tables::try_bytes(bytes));
