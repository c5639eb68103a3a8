// What somebody has typed and not saved yet, kept on this device until it is saved, discarded, or the person signs out.
// Each draft belongs to one person: nobody else is shown it, and it is erased when somebody else signs in.
// Nothing else of the record is ever stored in the browser, and this file is the only one that may.

export const draftKinds = [
  "visit",
  "measurement",
  "illness",
  "temperature",
  "medicine",
  "event",
  "file",
  "child",
] as const;

export type DraftKind = (typeof draftKinds)[number];

/** What a draft is of. */
export interface DraftOf {
  kind: DraftKind;
  /** The child that it is about; for a new child, its family. */
  about: string;
  /** The record to change, or what kind of new one it is. */
  record: string;
}

export interface Kept extends DraftOf {
  /** The id of the record, so that a save that arrived before the answer was lost is not done twice. */
  id: string;
  /** The version of the record that was changed; none for a new one. */
  rev: number | null;
  /** What stands in the form; none where only files were added. */
  values: object | null;
  /** Where it is entered. */
  path: string;
  savedAt: number;
}

const PREFIX = "trajectory-draft:";
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

export class Drafts {
  readonly #storage: () => Storage;

  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  read(userId: string, of: DraftOf): Kept | null {
    return this.#parsed(keyOf(userId, of));
  }

  keep(userId: string, draft: Kept): void {
    // A full storage, or one that is switched off, leaves the draft in the open form alone.
    this.#try((storage) => {
      storage.setItem(keyOf(userId, draft), JSON.stringify(draft));
    });
  }

  erase(userId: string, of: DraftOf): void {
    this.#try((storage) => {
      storage.removeItem(keyOf(userId, of));
    });
  }

  /** The drafts of a person, the latest first. */
  of(userId: string): Kept[] {
    return this.#keys()
      .filter((key) => key.startsWith(`${PREFIX}${userId}:`))
      .map((key) => this.#parsed(key))
      .filter((draft) => draft !== null)
      .sort((one, other) => other.savedAt - one.savedAt);
  }

  eraseAll(): void {
    this.#eraseWhere(() => true);
  }

  /** Erases what belongs to anybody else, and what nobody came back to. */
  eraseForeign(userId: string, now = Date.now()): void {
    this.#eraseWhere((key) => {
      const draft = this.#parsed(key);
      return (
        !key.startsWith(`${PREFIX}${userId}:`) || draft === null || now - draft.savedAt > KEPT_MS
      );
    });
  }

  #eraseWhere(which: (key: string) => boolean): void {
    for (const key of this.#keys().filter(which)) {
      this.#try((storage) => {
        storage.removeItem(key);
      });
    }
  }

  #keys(): string[] {
    return (
      this.#try((storage) =>
        Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter(
          (key) => key.startsWith(PREFIX),
        ),
      ) ?? []
    );
  }

  #parsed(key: string): Kept | null {
    return this.#try((storage) => {
      const found: unknown = JSON.parse(storage.getItem(key) ?? "null");
      return isKept(found) ? found : null;
    });
  }

  #try<T>(act: (storage: Storage) => T): T | null {
    try {
      return act(this.#storage());
    } catch {
      return null;
    }
  }
}

// eslint-disable-next-line no-restricted-globals -- drafts are what may be stored: see above
export const drafts = new Drafts(() => localStorage);

function keyOf(userId: string, { kind, about, record }: DraftOf): string {
  return `${PREFIX}${userId}:${kind}:${about}:${record}`;
}

function isKept(found: unknown): found is Kept {
  return (
    typeof found === "object" &&
    found !== null &&
    "kind" in found &&
    draftKinds.some((kind) => kind === found.kind) &&
    "savedAt" in found &&
    typeof found.savedAt === "number"
  );
}

/** Whether values from a draft fit the form as it is today: another release may have other fields. */
export function isAlike(fresh: unknown, kept: unknown): boolean {
  if (fresh === null || kept === null) {
    return true;
  }
  if (Array.isArray(fresh) || Array.isArray(kept)) {
    return Array.isArray(fresh) && Array.isArray(kept);
  }
  if (typeof fresh === "object" && typeof kept === "object") {
    const other = new Map<string, unknown>(Object.entries(kept));
    const fields = Object.entries(fresh);
    return (
      fields.length === other.size &&
      fields.every(([name, value]) => other.has(name) && isAlike(value, other.get(name)))
    );
  }
  return typeof fresh === typeof kept;
}

/** Whether two states of a form say the same; they are plain values. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
