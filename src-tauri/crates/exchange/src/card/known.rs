//! The properties of a card that are read.

/// A property that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Fn,
    N,
    Nickname,
    Org,
    Title,
    Role,
    Tel,
    Email,
    Adr,
    Url,
    Bday,
    Note,
    Categories,
    Photo,
    Uid,
    Rev,
    Version,
    /// KIND (RFC 6350 §6.1.4), and X-ADDRESSBOOKSERVER-KIND that says the same in a card of version 3.
    Kind,
    /// X-ABShowAs: Apple's way of saying that a card is a company's.
    ShowAs,
    /// X-ABLabel: what another line of the same group is called.
    Label,
    OwnField,
    OwnMet,
    OwnConsent,
    OwnObjection,
}

impl Known {
    /// How many there are.
    pub(super) const COUNT: usize = Self::OwnObjection as usize + 1;

    /// The property with this name, in any case.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        let mut buffer = [0_u8; 24];
        let upper = buffer.get_mut(..name.len())?;
        upper.copy_from_slice(name);
        upper.make_ascii_uppercase();
        Some(match &*upper {
            b"FN" => Self::Fn,
            b"N" => Self::N,
            b"NICKNAME" => Self::Nickname,
            b"ORG" => Self::Org,
            b"TITLE" => Self::Title,
            b"ROLE" => Self::Role,
            b"TEL" => Self::Tel,
            b"EMAIL" => Self::Email,
            b"ADR" => Self::Adr,
            b"URL" => Self::Url,
            b"BDAY" => Self::Bday,
            b"NOTE" => Self::Note,
            b"CATEGORIES" => Self::Categories,
            b"PHOTO" => Self::Photo,
            b"UID" => Self::Uid,
            b"REV" => Self::Rev,
            b"VERSION" => Self::Version,
            b"KIND" | b"X-ADDRESSBOOKSERVER-KIND" => Self::Kind,
            b"X-ABSHOWAS" => Self::ShowAs,
            b"X-ABLABEL" => Self::Label,
            b"X-SENTIER-FIELD" => Self::OwnField,
            b"X-SENTIER-MET" => Self::OwnMet,
            b"X-SENTIER-CONSENT" => Self::OwnConsent,
            b"X-SENTIER-OBJECTION" => Self::OwnObjection,
            _ => return None,
        })
    }
}
