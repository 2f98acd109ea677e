//! What can go wrong with an index. It can always be made again: nothing is ever lost by it.

/// Why an index cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// It is not what it should be.
    #[error("the index cannot be used: {0}")]
    Unusable(String),
    /// The library says no.
    #[error(transparent)]
    Tantivy(#[from] tantivy::TantivyError),
    /// The disk says no.
    #[error(transparent)]
    Disk(#[from] std::io::Error),
}

impl From<tantivy::directory::error::OpenDirectoryError> for SearchError {
    fn from(error: tantivy::directory::error::OpenDirectoryError) -> Self {
        Self::Tantivy(error.into())
    }
}
