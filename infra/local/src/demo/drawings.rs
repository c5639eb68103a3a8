//! Pictures and letters of the demo family, made on the spot: small, fictional, and files like any other.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::fmt::Write as _;
use std::io::{self, Write as _};

/// Points along each side of a pixel that say how much of it a shape covers.
const FINE: i64 = 3;

type Colour = [u8; 3];

/// The ears of an animal.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ears {
    Round,
    Pointed,
    Long,
}

/// A raster of pixels.
struct Canvas {
    width: usize,
    pixels: Vec<Colour>,
}

impl Canvas {
    fn new(width: usize, height: usize, ground: Colour) -> Self {
        Self { width, pixels: vec![ground; width * height] }
    }

    /// Paints a convex shape, which lies between two places and says of a point on the fine grid whether it lies inside.
    /// Edges are mixed by how much of a pixel is covered.
    fn paint(&mut self, colour: Colour, [left, top]: [i64; 2], [right, bottom]: [i64; 2], inside: impl Fn(i64, i64) -> bool) {
        let all = FINE * FINE;
        let range = |from: i64, to: i64| [from.max(0), (to - from.max(0) + 1).max(0)].map(|one| usize::try_from(one).unwrap_or_default());
        let ([skip_rows, rows], [skip, columns]) = (range(top, bottom), range(left, right));
        for (y, row) in (top.max(0)..).zip(self.pixels.chunks_mut(self.width).skip(skip_rows).take(rows)) {
            for (x, pixel) in (left.max(0)..).zip(row.iter_mut().skip(skip).take(columns)) {
                let point = |nth: &i64| inside(x * FINE + nth % FINE, y * FINE + nth / FINE);
                let corners = [0, FINE - 1, all - FINE, all - 1].iter().all(point);
                let points = if corners { 9 } else { (0..all).filter(point).count() };
                let covered = u16::try_from(points).unwrap_or_default();
                for (old, new) in pixel.iter_mut().zip(colour) {
                    let mixed = (u16::from(*old) * (9 - covered) + u16::from(new) * covered) / 9;
                    *old = u8::try_from(mixed).unwrap_or(u8::MAX);
                }
            }
        }
    }

    /// An ellipse by its middle and its half axes, in pixels.
    fn ellipse(&mut self, colour: Colour, [x, y]: [i64; 2], [rx, ry]: [i64; 2]) {
        let (around_x, around_y, wide, high) = (x * FINE, y * FINE, rx * FINE, ry * FINE);
        self.paint(colour, [x - rx, y - ry], [x + rx, y + ry], |px, py| {
            let (dx, dy) = (px - around_x, py - around_y);
            dx * dx * high * high + dy * dy * wide * wide <= wide * wide * high * high
        });
    }

    fn triangle(&mut self, colour: Colour, corners: [[i64; 2]; 3]) {
        let [a, b, c] = corners.map(|corner| corner.map(|place| place * FINE));
        let most = |axis: usize| corners.iter().map(|corner| corner[axis]).max().unwrap_or_default();
        let least = |axis: usize| corners.iter().map(|corner| corner[axis]).min().unwrap_or_default();
        let side = |[ax, ay]: [i64; 2], [bx, by]: [i64; 2], x: i64, y: i64| (bx - ax) * (y - ay) - (by - ay) * (x - ax);
        self.paint(colour, [least(0), least(1)], [most(0), most(1)], |x, y| {
            let sides = [side(a, b, x, y), side(b, c, x, y), side(c, a, x, y)];
            sides.iter().all(|one| *one >= 0) || sides.iter().all(|one| *one <= 0)
        });
    }

    /// As a PNG.
    fn png(&self) -> io::Result<Vec<u8>> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        for row in self.pixels.chunks(self.width) {
            // Each row begins with the number of its filter: none.
            packed.write_all(&[0])?;
            packed.write_all(row.as_flattened())?;
        }
        let side = |pixels: usize| u32::try_from(pixels).map(u32::to_be_bytes).map_err(io::Error::other);
        let (width, height) = (side(self.width)?, side(self.pixels.len() / self.width)?);
        // Eight bits of each of three colours, in the only way of packing and filtering that there is, row after row.
        let header = [&width[..], &height, &[8, 2, 0, 0, 0]].concat();
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        for (name, data) in [(b"IHDR", header), (b"IDAT", packed.finish()?), (b"IEND", Vec::new())] {
            bytes.extend(side(data.len())?);
            let named = [&name[..], &data].concat();
            bytes.extend(&named);
            bytes.extend(crc32fast::hash(&named).to_be_bytes());
        }
        Ok(bytes)
    }
}

/// The face of an animal, as the picture of a child.
pub(super) fn face(ground: Colour, fur: Colour, ears: Ears) -> io::Result<Vec<u8>> {
    const DARK: Colour = [52, 44, 46];
    const LIGHT: Colour = [250, 240, 228];
    let mut canvas = Canvas::new(256, 256, ground);
    for (middle, outer, inner) in [(78, 52, 60), (178, 204, 196)] {
        let near = i64::midpoint(middle, 128);
        match ears {
            Ears::Round => {
                canvas.ellipse(fur, [middle, 80], [36, 36]);
                canvas.ellipse(LIGHT, [middle, 82], [19, 19]);
            }
            Ears::Pointed => {
                canvas.triangle(fur, [[outer, 28], [near, 96], [outer, 130]]);
                canvas.triangle(LIGHT, [[inner, 56], [i64::midpoint(middle, near), 98], [inner, 112]]);
            }
            Ears::Long => {
                canvas.ellipse(fur, [near, 66], [22, 60]);
                canvas.ellipse(LIGHT, [near, 68], [10, 44]);
            }
        }
    }
    canvas.ellipse(fur, [128, 146], [84, 76]);
    canvas.ellipse(LIGHT, [128, 178], [42, 34]);
    for x in [96, 160] {
        canvas.ellipse(DARK, [x, 134], [9, 11]);
        canvas.ellipse([255, 255, 255], [x + 3, 130], [3, 3]);
    }
    canvas.ellipse(DARK, [128, 164], [12, 8]);
    canvas.ellipse(DARK, [128, 190], [14, 7]);
    canvas.ellipse(LIGHT, [128, 186], [16, 6]);
    canvas.png()
}

/// A drawing that a child has made: a house under the sun.
pub(super) fn drawing() -> io::Result<Vec<u8>> {
    let mut canvas = Canvas::new(480, 320, [176, 216, 240]);
    canvas.ellipse([252, 206, 74], [396, 72], [44, 44]);
    for [x, y] in [[84, 64], [124, 52], [158, 70]] {
        canvas.ellipse([255, 255, 255], [x, y], [38, 22]);
    }
    canvas.ellipse([122, 178, 96], [120, 336], [300, 110]);
    canvas.ellipse([98, 158, 86], [400, 346], [260, 110]);
    for corners in [[[150, 150], [290, 150], [290, 262]], [[150, 150], [150, 262], [290, 262]]] {
        canvas.triangle([226, 120, 96], corners);
    }
    canvas.triangle([150, 66, 60], [[130, 152], [310, 152], [220, 84]]);
    for corners in [[[206, 206], [238, 206], [238, 262]], [[206, 206], [206, 262], [238, 262]]] {
        canvas.triangle([94, 62, 50], corners);
    }
    canvas.ellipse([246, 236, 190], [178, 192], [16, 16]);
    canvas.ellipse([246, 236, 190], [262, 192], [16, 16]);
    canvas.png()
}

/// A letter of one page: a heading, and lines below it. Only letters of ASCII, without brackets.
pub(super) fn letter(heading: &str, lines: &[String]) -> Vec<u8> {
    let mut page = format!("BT /F2 16 Tf 60 770 Td ({heading}) Tj ET\nBT /F1 11 Tf 16 TL 60 736 Td\n");
    for line in lines {
        let _never_fails = writeln!(page, "({line}) Tj T*");
    }
    page.push_str("ET\n");
    let font = |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} >>");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> /Contents 4 0 R >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}endstream", page.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    let (mut text, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        let _never_fails = writeln!(places, "{:010} 00000 n ", text.len());
        let _never_fails = write!(text, "{number} 0 obj\n{object}\nendobj\n");
    }
    let (count, table) = (objects.len() + 1, text.len());
    let _never_fails =
        write!(text, "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    text.into_bytes()
}
