use proptest::prelude::*;
use vault::{Purpose, Sealer, VaultError};

use crate::{key, sealer};

const PURPOSES: [Purpose; 6] = [
    Purpose::Journal,
    Purpose::State,
    Purpose::Attic,
    Purpose::Snapshot,
    Purpose::Index,
    Purpose::Note,
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..300)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_sealed_opens_and_says_nothing(plain in bytes(), context in bytes()) {
        let sealer = sealer();
        let sealed = sealer.seal(Purpose::State, &context, &plain).expect("sealed");
        prop_assert_eq!(sealed.len(), plain.len() + Sealer::OVERHEAD);
        prop_assert!(plain.len() < 8 || !sealed.windows(plain.len()).any(|part| part == plain));
        let again = sealer.seal(Purpose::State, &context, &plain).expect("sealed");
        prop_assert_ne!(&again, &sealed, "a nonce is used once");
        prop_assert_eq!(sealer.open(Purpose::State, &context, &sealed).expect("opens"), plain);
    }

    #[test]
    fn a_flipped_bit_a_cut_another_purpose_context_or_key_opens_nothing(
        plain in bytes(), context in bytes(), at in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let sealer = sealer();
        let sealed = sealer.seal(Purpose::State, &context, &plain).expect("sealed");
        let refused = |sealer: &Sealer, purpose, context: &[u8], sealed: &[u8]| {
            matches!(sealer.open(purpose, context, sealed), Err(VaultError::Damaged))
        };
        let at = at.index(sealed.len());
        let mut flipped = sealed.clone();
        flipped[at] ^= 1_u8 << bit;
        prop_assert!(refused(&sealer, Purpose::State, &context, &flipped));
        prop_assert!(refused(&sealer, Purpose::State, &context, &sealed[..at]));
        for purpose in PURPOSES.into_iter().filter(|purpose| *purpose != Purpose::State) {
            prop_assert!(refused(&sealer, purpose, &context, &sealed));
        }
        let other = [context.as_slice(), b"!"].concat();
        prop_assert!(refused(&sealer, Purpose::State, &other, &sealed));
        prop_assert!(refused(&Sealer::under(&key()), Purpose::State, &context, &sealed));
    }

    #[test]
    fn names_are_masked_one_for_one(name in any::<[u8; 16]>(), other in any::<[u8; 16]>()) {
        let sealer = sealer();
        let mask = sealer.mask(name);
        prop_assert_ne!(mask, name);
        prop_assert_eq!(sealer.mask(name), mask, "the same every time");
        prop_assert_eq!(sealer.unmask(mask), name);
        prop_assert_eq!(sealer.mask(other) == mask, other == name);
        prop_assert_ne!(Sealer::under(&key()).mask(name), mask, "another book's is another");
    }

    #[test]
    fn the_clear_one_leaves_everything_as_it_is(plain in bytes(), name in any::<[u8; 16]>()) {
        let clear = Sealer::clear();
        let sealed = clear.seal(Purpose::State, b"any", &plain).expect("left");
        prop_assert_eq!(&sealed, &plain);
        prop_assert_eq!(clear.open(Purpose::Note, b"other", &sealed).expect("left"), plain);
        prop_assert_eq!(clear.mask(name), name);
    }
}
