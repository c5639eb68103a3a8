import { ApiError } from "../../api/errors";
import type { Attachment } from "../../api/types";

// What happens to a file before it leaves the device.
// Images are drawn anew: that makes them smaller, and nothing that a camera writes beside the
// picture, such as the place where it was taken, goes along.

type ContentType = Attachment["content_type"];

/** The longest side of an image that is kept. */
const LONGEST_SIDE = 2560;
const QUALITY = 0.86;
const MOST_BYTES = 26_214_400;

const BY_ENDING: Record<string, ContentType> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  heic: "image/heic",
  heif: "image/heic",
  pdf: "application/pdf",
};

const TYPES: ReadonlySet<string> = new Set(Object.values(BY_ENDING));

/** The types of file that can be chosen. */
export const ACCEPTED = [...TYPES, "image/heif", ".heic", ".heif"].join(",");

export interface Prepared {
  bytes: Blob;
  contentType: ContentType;
  checksum: string;
}

/** Makes a file ready to be sent, or throws an `ApiError` with a code of its own. */
export async function prepare(file: File): Promise<Prepared> {
  const contentType = typeOf(file);
  if (contentType === null) {
    throw new ApiError(0, "unsupported_file", "");
  }
  // A GIF may move and carries no place; a PDF is kept as it is.
  if (contentType === "application/pdf" || contentType === "image/gif") {
    return sealed(file, contentType);
  }
  const redrawn = await redraw(file);
  if (redrawn !== null) {
    return sealed(redrawn, "image/jpeg");
  }
  if (contentType === "image/heic") {
    // Not every browser can read HEIC; the server refuses it if it tells the place.
    return sealed(file, contentType);
  }
  throw new ApiError(0, "unreadable_image", "");
}

/** Base64 of the SHA-256 of some bytes, as the API wants it. */
export async function checksumOf(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

async function sealed(bytes: Blob, contentType: ContentType): Promise<Prepared> {
  if (bytes.size > MOST_BYTES || bytes.size === 0) {
    throw new ApiError(0, bytes.size === 0 ? "empty_file" : "file_too_large", "");
  }
  return { bytes, contentType, checksum: await checksumOf(bytes) };
}

/** The image as a JPEG of at most 2560 pixels, or null where the browser cannot read it. */
async function redraw(file: Blob): Promise<Blob | null> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) {
    return null;
  }
  // A JPEG has no transparency: what was transparent becomes paper.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return jpegOf(canvas);
}

export function jpegOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/jpeg", QUALITY);
  });
}

function typeOf({ type, name }: File): ContentType | null {
  const ending = BY_ENDING[name.split(".").at(-1)?.toLowerCase() ?? ""];
  if (type === "image/heif") {
    return "image/heic";
  }
  return TYPES.has(type) ? (type as ContentType) : type === "" ? (ending ?? null) : null;
}
