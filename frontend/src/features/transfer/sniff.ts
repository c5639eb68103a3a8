// Which kind of file somebody has dropped. A ZIP says so by the first words of its data; the server
// has the last word, so whatever cannot be told here is taken for our own.

export type FileKind = "trajectory" | "origin" | "csv";

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record, and the longest comment that may follow it. */
const END_BYTES = 22 + 65_535;
const MOST_DIRECTORY_BYTES = 16 * 1024 * 1024;
const HEAD_BYTES = 4096;

export async function kindOf(file: File): Promise<FileKind> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (magic[0] !== 0x50 || magic[1] !== 0x4b) {
    return /\.zip$/i.test(file.name) ? "trajectory" : "csv";
  }
  const head = await headOfData(file).catch(() => null);
  return head === null || /"format"\s*:\s*"trajectory"/.test(head) ? "trajectory" : "origin";
}

/** The first characters of `data.json`, or null where the ZIP has none. */
async function headOfData(file: File): Promise<string | null> {
  const from = Math.max(0, file.size - END_BYTES);
  const tail = new DataView(await file.slice(from).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END_OF_DIRECTORY) {
    end -= 1;
  }
  const size = end < 0 ? 0 : tail.getUint32(end + 12, true);
  if (size === 0 || size > MOST_DIRECTORY_BYTES) {
    return null;
  }
  const start = tail.getUint32(end + 16, true);
  const directory = new DataView(await file.slice(start, start + size).arrayBuffer());
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === ENTRY;) {
    const nameLength = directory.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, at + 46, Math.min(nameLength, size - at - 46)),
    );
    if (/(^|\/)data\.json$/.test(name)) {
      return headOfEntry(
        file,
        directory.getUint32(at + 42, true),
        directory.getUint16(at + 10, true) === 8,
      );
    }
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return null;
}

async function headOfEntry(file: File, at: number, packed: boolean): Promise<string> {
  const local = new DataView(await file.slice(at, at + 30).arrayBuffer());
  const start = at + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const bytes = file.slice(start, start + HEAD_BYTES);
  if (!packed) {
    return bytes.text();
  }
  const reader = bytes.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  // The rest of the entry is missing, so only what comes first is taken.
  const { value } = await reader.read();
  void reader.cancel().catch(() => undefined);
  return new TextDecoder().decode(value);
}
