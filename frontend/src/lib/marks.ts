export interface Part {
  text: string;
  marked: boolean;
}

/** Cuts a text into parts, of which those that hold a searched word are marked. Case and accents do not matter. */
export function marks(text: string, search: string): Part[] {
  const words = wordsOf(search);
  const { plain, starts } = plainWithStarts(text);
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      const from = starts[at] ?? 0;
      const to = starts[at + word.length] ?? text.length;
      hit.fill(true, from, to);
    }
  }
  const parts: Part[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const marked = hit[index] ?? false;
    const last = parts.at(-1);
    if (last?.marked === marked) {
      last.text += text.charAt(index);
    } else {
      parts.push({ text: text.charAt(index), marked });
    }
  }
  return parts;
}

/** Whether any of the searched words stands in a text. */
export function holdsAny(text: string, search: string): boolean {
  const { plain } = plainWithStarts(text);
  return wordsOf(search).some((word) => plain.includes(word));
}

function wordsOf(search: string): string[] {
  return plainWithStarts(search)
    .plain.split(/\s+/)
    .filter((word) => word !== "");
}

/** A text without case and accents, and for each of its signs where it stands in the original. */
function plainWithStarts(text: string): { plain: string; starts: number[] } {
  let plain = "";
  const starts: number[] = [];
  let at = 0;
  for (const sign of text) {
    const bare = sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    starts.push(...new Array<number>(bare.length).fill(at));
    plain += bare;
    at += sign.length;
  }
  return { plain, starts };
}
