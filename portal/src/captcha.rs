//! The captcha: five upper-case letters or digits among specks (facts.md, A: "Login modal").

use std::ops::Range;

/// How many letters a captcha has.
const LENGTH: usize = 5;

const WIDTH: usize = 150;
const HEIGHT: usize = 40;

/// How many pixels wide and high a dot of a glyph is.
const DOT: usize = 4;

/// How many specks make it hard to read, but not too hard.
const SPECKS: usize = 220;

/// The colours of a pixel, as the picture's palette numbers them.
const PAPER: u8 = 0;
const INK: u8 = 1;
const SPECK: u8 = 2;
const PALETTE: [u8; 9] = [255, 255, 255, 43, 58, 166, 150, 160, 220];

/// Letters and digits that cannot be taken for one another, each as seven rows of five dots.
#[rustfmt::skip]
const GLYPHS: [(u8, [u8; 7]); 27] = [
    (b'A', [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001]),
    (b'B', [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110]),
    (b'C', [0b01110, 0b10001, 0b10000, 0b10000, 0b10000, 0b10001, 0b01110]),
    (b'D', [0b11100, 0b10010, 0b10001, 0b10001, 0b10001, 0b10010, 0b11100]),
    (b'E', [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111]),
    (b'F', [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000]),
    (b'G', [0b01110, 0b10001, 0b10000, 0b10111, 0b10001, 0b10001, 0b01111]),
    (b'H', [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001]),
    (b'J', [0b00111, 0b00010, 0b00010, 0b00010, 0b00010, 0b10010, 0b01100]),
    (b'K', [0b10001, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001]),
    (b'L', [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111]),
    (b'M', [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001]),
    (b'N', [0b10001, 0b11001, 0b10101, 0b10011, 0b10001, 0b10001, 0b10001]),
    (b'P', [0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000, 0b10000]),
    (b'R', [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001]),
    (b'T', [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100]),
    (b'U', [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110]),
    (b'V', [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01010, 0b00100]),
    (b'W', [0b10001, 0b10001, 0b10001, 0b10101, 0b10101, 0b11011, 0b10001]),
    (b'X', [0b10001, 0b10001, 0b01010, 0b00100, 0b01010, 0b10001, 0b10001]),
    (b'Y', [0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100]),
    (b'3', [0b11111, 0b00010, 0b00100, 0b00010, 0b00001, 0b10001, 0b01110]),
    (b'4', [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010]),
    (b'6', [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110]),
    (b'7', [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000]),
    (b'8', [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110]),
    (b'9', [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100]),
];

/// A new captcha's letters.
pub(crate) fn letters() -> String {
    (0..LENGTH).map(|_| char::from(GLYPHS[among(0..GLYPHS.len())].0)).collect()
}

/// The picture of these letters.
pub(crate) fn picture(letters: &str) -> Result<Vec<u8>, png::EncodingError> {
    let mut pixels = vec![PAPER; WIDTH * HEIGHT];
    for _ in 0..SPECKS {
        square(&mut pixels, among(0..WIDTH), among(0..HEIGHT), among(1..3), SPECK);
    }
    for (place, letter) in letters.bytes().enumerate() {
        let Some((_, rows)) = GLYPHS.iter().find(|(known, _)| *known == letter) else { continue };
        glyph(&mut pixels, rows, 6 + place * 28 + among(0..5), among(1..10));
    }
    encode(&pixels)
}

fn among(range: Range<usize>) -> usize {
    rand::random_range(range)
}

/// Draws a glyph that leans to the right.
fn glyph(pixels: &mut [u8], rows: &[u8; 7], left: usize, top: usize) {
    for (y, row) in rows.iter().enumerate() {
        for x in (0..5).filter(|x| row >> (4 - x) & 1 == 1) {
            square(pixels, left + x * DOT + (6 - y) / 2, top + y * DOT, DOT, INK);
        }
    }
}

/// Draws a filled square, as far as it is inside.
fn square(pixels: &mut [u8], left: usize, top: usize, side: usize, colour: u8) {
    for y in top..HEIGHT.min(top + side) {
        for x in left..WIDTH.min(left + side) {
            pixels[y * WIDTH + x] = colour;
        }
    }
}

fn encode(pixels: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, WIDTH as u32, HEIGHT as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(&PALETTE[..]);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_captcha_has_five_letters_that_can_be_drawn() {
        for _ in 0..200 {
            let letters = letters();
            assert_eq!(letters.len(), LENGTH);
            assert!(letters.bytes().all(|letter| GLYPHS.iter().any(|(known, _)| *known == letter)), "{letters}");
            assert!(picture(&letters).unwrap().starts_with(b"\x89PNG"));
        }
    }
}
