//! Seeing when a window is painted: the pixels Xvfb keeps in a file, read again and again.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::trouble::{Result, Trouble, While};

/// How often the screen is looked at.
const EVERY: Duration = Duration::from_millis(8);

/// A frame is the last one when no more than this share of the screen changes after it. A caret or
/// an antialiased edge that settles is not a paint.
const STILL: f64 = 0.002;

/// One pixel in so many, in both directions: enough to see, little enough to keep.
const STRIDE: usize = 2;

/// The frame buffer of a screen.
pub(super) struct Frames {
    file: File,
    width: usize,
    height: usize,
    line: usize,
    offset: u64,
    buffer: Vec<u8>,
}

/// When something was painted, from the moment given.
pub(super) struct Painted {
    /// The first frame that is not the screen as it was before.
    pub(super) first: Duration,
    /// The first frame after which nothing changes any more.
    pub(super) last: Duration,
}

impl Frames {
    /// Opens Xvfb's file (XWD, version 7: a header of big-endian words, a colour map, pixels).
    pub(super) fn open(path: &Path) -> Result<Self> {
        let mut file = File::open(path).while_("open the screen's pixels")?;
        let mut head = [0_u8; 100];
        file.read_exact(&mut head)
            .while_("read the screen's header")?;
        let word = |index: usize| {
            head.get(index * 4..index * 4 + 4)
                .and_then(|bytes| <[u8; 4]>::try_from(bytes).ok())
                .map_or(0, |bytes| u32::from_be_bytes(bytes) as usize)
        };
        let (size, width, height, bits, line, colours) =
            (word(0), word(4), word(5), word(11), word(12), word(19));
        if bits != 32 || width == 0 || height == 0 {
            return Err(Trouble::new(format!(
                "a screen of {width}×{height}×{bits} can't be read"
            )));
        }
        let offset = (size + colours * 12) as u64;
        Ok(Self {
            file,
            width,
            height,
            line,
            offset,
            buffer: vec![0; line * height],
        })
    }

    /// The screen now, thinned out.
    pub(super) fn look(&mut self) -> Result<Vec<u32>> {
        self.file
            .seek(SeekFrom::Start(self.offset))
            .while_("look at the screen")?;
        self.file
            .read_exact(&mut self.buffer)
            .while_("look at the screen")?;
        let mut seen = Vec::with_capacity(self.width * self.height / (STRIDE * STRIDE) + 1);
        for row in self.buffer.chunks(self.line).step_by(STRIDE) {
            for pixel in row.chunks_exact(4).take(self.width).step_by(STRIDE) {
                seen.push(u32::from_ne_bytes([pixel[0], pixel[1], pixel[2], pixel[3]]));
            }
        }
        Ok(seen)
    }

    /// Watches for `span` from `began`, and says when what came to the screen was painted.
    pub(super) fn watch(&mut self, began: Instant, span: Duration) -> Result<Painted> {
        let mut frames: Vec<(Duration, Vec<u32>)> = vec![(Duration::ZERO, self.look()?)];
        while began.elapsed() < span {
            let at = began.elapsed();
            let now = self.look()?;
            if frames.last().is_none_or(|(_, before)| *before != now) {
                frames.push((at, now));
            }
            std::thread::sleep(EVERY.saturating_sub(began.elapsed() - at));
        }
        painted(&frames)
    }
}

fn painted(frames: &[(Duration, Vec<u32>)]) -> Result<Painted> {
    let nothing = || Trouble::new("nothing was painted: did the app start?");
    let (_, end) = frames.last().ok_or_else(nothing)?;
    let (first, _) = frames.get(1).ok_or_else(nothing)?;
    let from = frames
        .iter()
        .rposition(|(_, frame)| differing(frame, end) > STILL)
        .map_or(1, |unlike| unlike + 1);
    let (last, _) = frames.get(from).ok_or_else(nothing)?;
    Ok(Painted {
        first: *first,
        last: *last,
    })
}

/// Which share of two frames differs.
fn differing(one: &[u32], other: &[u32]) -> f64 {
    let unlike = one.iter().zip(other).filter(|(a, b)| a != b).count();
    unlike as f64 / other.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::painted;
    use std::time::Duration;

    #[test]
    fn painted_is_the_first_frame_that_stays() {
        let frame = |colour: u32| vec![colour; 1000];
        let mut caret = frame(3);
        caret[0] = 9;
        let ms = Duration::from_millis;
        let frames = [
            (ms(0), frame(0)),
            (ms(100), frame(1)),
            (ms(200), frame(3)),
            (ms(700), caret),
        ];
        let seen = painted(&frames).expect("four frames are enough");
        assert_eq!(seen.first, ms(100), "something came");
        assert_eq!(
            seen.last,
            ms(200),
            "the caret that blinks later is no paint"
        );
    }

    #[test]
    fn a_screen_that_never_changed_is_a_failure() {
        assert!(
            painted(&[(Duration::ZERO, vec![0; 10])]).is_err(),
            "no number without a paint"
        );
    }
}
