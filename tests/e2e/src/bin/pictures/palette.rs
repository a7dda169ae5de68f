//! Pictures with few colours: a third of the bytes, and no difference that one sees, as the page has flat
//! colours and most others are edges of letters.

use std::collections::HashMap;
use std::io::Cursor;

use partneratlas_e2e::Result;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

/// How many colours are left, where the letters are to look as on the screen.
pub(crate) const COLOURS: usize = 64;

type Colour = [u8; 3];

/// A part of a picture in pixels: left, top, width, height.
pub(crate) type Part = [usize; 4];

/// A PNG, or a part of it, in so many of its commonest colours, each other one replaced by the nearest of
/// them.
pub(crate) fn reduced(picture: &[u8], part: Option<Part>, colours: usize) -> Result<Vec<u8>> {
    let mut decoder = Decoder::new(Cursor::new(picture));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or("a picture too large to read")?];
    let info = reader.next_frame(&mut bytes)?;
    // A picture of the screen is opaque, so what follows three colours in a pixel says nothing.
    let pixels = bytes.chunks_exact(info.color_type.samples());
    let pixels: Vec<Colour> = pixels.filter_map(|pixel| pixel.first_chunk().copied()).collect();
    let [left, top, width, height] =
        part.unwrap_or([0, 0, usize::try_from(info.width)?, usize::try_from(info.height)?]);
    let lines = pixels.chunks_exact(usize::try_from(info.width)?).skip(top).take(height);
    let pixels: Vec<Colour> =
        lines.flat_map(|line| line.iter().skip(left).take(width).copied()).collect();
    let height = pixels.len() / width.max(1);

    let palette = commonest(&pixels, colours);
    let mut places: HashMap<Colour, u8> = HashMap::new();
    let place = |pixel: &Colour| *places.entry(*pixel).or_insert_with(|| nearest(&palette, *pixel));
    let indices: Vec<u8> = pixels.iter().map(place).collect();

    let mut small = Vec::new();
    let mut encoder = Encoder::new(&mut small, u32::try_from(width)?, u32::try_from(height)?);
    encoder.set_color(ColorType::Indexed);
    let is_few = colours <= 16;
    encoder.set_depth(if is_few { BitDepth::Four } else { BitDepth::Eight });
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Places in a palette are no amounts: their differences compress worse than they do.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    if is_few {
        // Two in a byte, each line from a new one.
        let pair = |two: &[u8]| two.first().unwrap_or(&0) << 4 | two.get(1).unwrap_or(&0);
        let lines = indices.chunks(width.max(1));
        let packed: Vec<u8> = lines.flat_map(|line| line.chunks(2).map(pair)).collect();
        writer.write_image_data(&packed)?;
    } else {
        writer.write_image_data(&indices)?;
    }
    writer.finish()?;
    Ok(small)
}

/// The commonest colours, the same ones each time.
fn commonest(pixels: &[Colour], wanted: usize) -> Vec<Colour> {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_unstable_by_key(|(colour, count)| (usize::MAX - count, *colour));
    colours.into_iter().take(wanted).map(|(colour, _)| colour).collect()
}

/// Where the colour nearest to another one stands.
fn nearest(palette: &[Colour], wanted: Colour) -> u8 {
    let distance = |colour: &Colour| -> u32 {
        colour.iter().zip(wanted).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let nearest = (0..).zip(palette).min_by_key(|(_, colour)| distance(colour));
    nearest.map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_common_stays_and_the_rest_moves_to_what_is_near() {
        let white = [[255, 255, 255]; 3];
        let greys = (0..200).flat_map(|grey| [[grey, grey, grey]; 2]);
        let pixels: Vec<Colour> = white.into_iter().chain(greys).collect();
        let palette = commonest(&pixels, COLOURS);
        assert_eq!(palette.len(), COLOURS);
        assert_eq!(palette[0], [255, 255, 255]);
        assert_eq!(nearest(&palette, [250, 255, 251]), 0);
        assert_eq!(palette[usize::from(nearest(&palette, [5, 6, 5]))], [5, 5, 5]);
    }
}
