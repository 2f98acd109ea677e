use serde::{Deserialize, Serialize};

/// What trying one passphrase costs: Argon2id's numbers (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    #[serde(rename = "memory_kib")]
    pub memory: u32,
    /// Times the memory is gone through.
    pub passes: u32,
    /// Lanes of the memory.
    pub lanes: u32,
}

impl Cost {
    /// 64 MiB, three passes: well under a second on the slowest laptop this runs on, and RFC
    /// 9106's second recommendation less its lanes, which one thread would go through in turn.
    pub const USUAL: Self = Self {
        memory: 64 << 10,
        passes: 3,
        lanes: 1,
    };
    /// As little as there is: protects nothing, and is for tests.
    pub const LEAST: Self = Self {
        memory: 8,
        passes: 1,
        lanes: 1,
    };
    /// A box that asks for more is none of ours: it would only take the machine's memory.
    const MOST: Self = Self {
        memory: 1 << 20,
        passes: 16,
        lanes: 8,
    };

    /// Whether this is a cost a box of ours may ask for.
    pub(super) fn is_bearable(self) -> bool {
        (Self::LEAST.passes..=Self::MOST.passes).contains(&self.passes)
            && (Self::LEAST.lanes..=Self::MOST.lanes).contains(&self.lanes)
            && (8 * self.lanes..=Self::MOST.memory).contains(&self.memory)
    }
}

impl Default for Cost {
    fn default() -> Self {
        Self::USUAL
    }
}
