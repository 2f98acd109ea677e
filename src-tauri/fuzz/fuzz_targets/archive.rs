#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hostile::archive::try_bytes(bytes));
