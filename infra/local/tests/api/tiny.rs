//! Files of a few bytes, real as far as anybody looks into them.

/// Exif (a TIFF) with the latitude of a place.
pub(crate) fn exif_with_place() -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
    // One entry: where the part on places begins.
    tiff.extend(b"\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0");
    // Two entries: north, and three fractions that stand behind.
    tiff.extend(b"\0\x02\0\x01\0\x02\0\0\0\x02N\0\0\0\0\x02\0\x05\0\0\0\x03\0\0\0\x38\0\0\0\0");
    for (degrees, of) in [(50_u32, 1_u32), (4, 1), (12, 1)] {
        tiff.extend(degrees.to_be_bytes());
        tiff.extend(of.to_be_bytes());
    }
    tiff
}

/// Exif that only says which way is up.
pub(crate) fn exif_without_place() -> Vec<u8> {
    b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0".to_vec()
}

pub(crate) fn jpeg(width: u16, height: u16, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
    if let Some(exif) = exif {
        let payload = [b"Exif\0\0".to_vec(), exif].concat();
        bytes.extend(b"\xff\xe1");
        bytes.extend(u16::try_from(payload.len() + 2).unwrap().to_be_bytes());
        bytes.extend(payload);
    }
    bytes.extend(b"\xff\xc0\0\x0b\x08");
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend(b"\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\0\xff\xd9");
    bytes
}

pub(crate) fn png(width: u32, height: u32, more: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let pixel = b"\x78\x9c\x63\x60\0\0\0\x02\0\x01".to_vec();
    let chunks = [vec![(b"IHDR", header)], more.to_vec(), vec![(b"IDAT", pixel), (b"IEND", Vec::new())]].concat();
    for (name, data) in chunks {
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let named = [&name[..], &data].concat();
        bytes.extend(&named);
        bytes.extend(crc32(&named).to_be_bytes());
    }
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

pub(crate) fn webp(exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut chunks = b"WEBPVP8L".to_vec();
    let image = b"\x2f\0\0\0\0\x88\x88\x08";
    chunks.extend(u32::try_from(image.len()).unwrap().to_le_bytes());
    chunks.extend(image);
    if let Some(exif) = exif {
        chunks.extend(b"EXIF");
        chunks.extend(u32::try_from(exif.len()).unwrap().to_le_bytes());
        chunks.extend(&exif);
    }
    [b"RIFF", &u32::try_from(chunks.len()).unwrap().to_le_bytes()[..], &chunks].concat()
}

pub(crate) fn gif() -> Vec<u8> {
    b"GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x01\0\0;".to_vec()
}

pub(crate) fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        .to_vec()
}

/// A box of the container that HEIC is.
fn boxed(name: &str, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&u32::try_from(body.len() + 8).unwrap().to_be_bytes()[..], name.as_bytes(), &body].concat()
}

pub(crate) fn heic(exif: Option<Vec<u8>>) -> Vec<u8> {
    let version = |version: u8| [version, 0, 0, 0];
    let kind = boxed("ftyp", &[b"heic", &[0; 4], b"mif1", b"heic"]);
    let size = boxed("ispe", &[&version(0), &4_u32.to_be_bytes(), &3_u32.to_be_bytes()]);
    let properties = boxed("iprp", &[&boxed("ipco", &[&size])]);
    let entry = boxed("infe", &[&version(2), b"\0\x01\0\0Exif\0"]);
    let entries = boxed("iinf", &[&version(0), b"\0\x01", &entry]);
    let exif = exif.map(|tiff| [vec![0; 4], tiff].concat());
    let meta = |offset: usize| {
        let Some(exif) = &exif else { return boxed("meta", &[&version(0), &properties]) };
        let extent = [offset, exif.len()].map(|number| u32::try_from(number).unwrap().to_be_bytes()).concat();
        let place = boxed("iloc", &[&version(0), b"\x44\0\0\x01\0\x01\0\0\0\x01", &extent]);
        boxed("meta", &[&version(0), &entries, &place, &properties])
    };
    let begins = kind.len() + meta(0).len() + 8;
    [kind, meta(begins), boxed("mdat", &[&exif.clone().unwrap_or_default()])].concat()
}
