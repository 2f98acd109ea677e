//! Whether the whole book is as it should be.

use crate::fault::Fault;
use crate::house::House;

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// How many records were read.
    pub records: usize,
    /// What is not as it should be, a sentence each; empty when everything is whole.
    pub faults: Vec<String>,
}

/// Verifies records, indexes, the state's hash, the journal and the attic. Writes nothing.
pub fn check(house: &House) -> Result<Report, Fault> {
    let report = house.store.check()?;
    Ok(Report {
        records: report.records,
        faults: report.flaws.iter().map(ToString::to_string).collect(),
    })
}
