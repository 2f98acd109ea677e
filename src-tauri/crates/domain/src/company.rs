//! What identifies a French organisation, and whether the digits can be right.

/// Why digits are no identity of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CompanyNumberError {
    /// Not as many digits as there must be.
    #[error("it has {found} digits, not {wanted}")]
    Length {
        /// How many there are.
        found: usize,
        /// How many there must be.
        wanted: usize,
    },
    /// Something else than digits and spaces.
    #[error("only digits and spaces may stand in it")]
    Letters,
    /// The check digit does not match: a typing error.
    #[error("its check digit does not match")]
    Checksum,
}

/// La Poste's SIREN: its establishments have no Luhn SIRET, the plain sum of their digits is a multiple of five.
const LA_POSTE: &str = "356000000";

/// The nine digits of a SIREN (Luhn), spaces and no-break spaces aside.
pub fn siren(text: &str) -> Result<String, CompanyNumberError> {
    let digits = digits(text, 9)?;
    if luhn(&digits) {
        Ok(digits)
    } else {
        Err(CompanyNumberError::Checksum)
    }
}

/// The fourteen digits of a SIRET: SIREN and establishment (Luhn), with La Poste's exception.
pub fn siret(text: &str) -> Result<String, CompanyNumberError> {
    let digits = digits(text, 14)?;
    let sum: u32 = digits.bytes().map(|byte| u32::from(byte - b'0')).sum();
    let whole = luhn(&digits) && luhn(&digits[..9]);
    if whole || (digits.starts_with(LA_POSTE) && sum.is_multiple_of(5)) {
        Ok(digits)
    } else {
        Err(CompanyNumberError::Checksum)
    }
}

fn digits(text: &str, wanted: usize) -> Result<String, CompanyNumberError> {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\u{a0}' | '\u{202f}'))
        .collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CompanyNumberError::Letters);
    }
    if digits.len() != wanted {
        return Err(CompanyNumberError::Length {
            found: digits.len(),
            wanted,
        });
    }
    Ok(digits)
}

/// ISO/IEC 7812-1: every second digit from the right doubled, the sum a multiple of ten.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, byte)| {
            let digit = u32::from(byte - b'0');
            match (at % 2, digit * 2) {
                (0, _) => digit,
                (_, doubled) if doubled > 9 => doubled - 9,
                (_, doubled) => doubled,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}
