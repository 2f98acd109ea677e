use std::io;

/// Why something of the vault did not go. None says anything of what is inside.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The passphrase, or the code, is not the one.
    #[error("this does not open the book")]
    Wrong,
    /// What is sealed was changed, cut or swapped since, or is another book's.
    #[error("what is sealed is damaged, or of another book")]
    Damaged,
    /// A later version sealed it.
    #[error("it was sealed by a later version")]
    Newer,
    /// The machine cannot give what the cost asks for.
    #[error("there is not enough memory to open the book")]
    Memory,
    /// The system gives no random numbers: nothing can be sealed safely.
    #[error("the system gives no random numbers")]
    Random,
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<VaultError> for io::Error {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Io(error) => error,
            VaultError::Memory => Self::new(io::ErrorKind::OutOfMemory, error),
            VaultError::Random => Self::other(error),
            VaultError::Wrong | VaultError::Damaged | VaultError::Newer => {
                Self::new(io::ErrorKind::InvalidData, error)
            }
        }
    }
}
