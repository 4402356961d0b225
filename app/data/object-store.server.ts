import type { SupabaseClient } from "@supabase/supabase-js";

/** Why bytes could not be kept or read. Both may be otherwise in a minute. */
export class ObjectStoreError extends Error {
  override readonly name = "ObjectStoreError";

  constructor(
    readonly kind: "disk_full" | "away",
    cause: unknown,
  ) {
    super(kind === "disk_full" ? "The disk is full" : "Storage did not answer", { cause });
  }
}

/** Bytes under their names, written once. */
export interface ObjectStore {
  /** Keeps bytes; where the name is taken nothing happens, because a name says what is in it. */
  keep(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null when there is nothing of that name. */
  read(name: string): Promise<Uint8Array | null>;
}

/** Under which name the WARC with this hash rests. A name says what is in it, so that nothing is written over. */
export const warcName = (sha256: string): string => `${sha256}.warc.gz`;

/** The same of the picture of a captured page. */
export const screenshotName = (sha256: string): string => `${sha256}.png`;

/** Milliseconds after which Storage that has not answered counts as away. What was asked may be carried out still. */
const answersWithin = 60_000;

/** One bucket of Supabase's Storage, private, made when it is first missed. Takes the service client. */
export function objectStore(
  service: SupabaseClient,
  bucket: string,
  within = answersWithin,
): ObjectStore {
  const objects = () => service.storage.from(bucket);
  const upload = (name: string, bytes: Uint8Array, contentType: string) =>
    inTime(
      objects().upload(name, new Uint8Array(bytes).buffer, { contentType, upsert: false }),
      within,
    );
  return {
    async keep(name, bytes, contentType) {
      let { error } = await upload(name, bytes, contentType);
      if (error && says(error, /bucket not found/i)) {
        await inTime(service.storage.createBucket(bucket, { public: false }), within);
        ({ error } = await upload(name, bytes, contentType));
      }
      if (error && !says(error, /already exists|duplicate/i)) throw failure(error);
    },
    async read(name) {
      const { data, error } = await inTime(objects().download(name), within);
      if (error) {
        if (says(error, /not.?found/i)) return null;
        throw failure(error);
      }
      return new Uint8Array(await data.arrayBuffer());
    },
  };
}

async function inTime<T>(answer: PromiseLike<T>, within: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ObjectStoreError("away", "no answer in time")), within);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Failed {
  message: string;
  status?: number | undefined;
}

const says = ({ message }: Failed, words: RegExp): boolean => words.test(message);

const failure = (error: Failed): ObjectStoreError =>
  new ObjectStoreError(
    error.status === 507 || says(error, /no space left|quota/i) ? "disk_full" : "away",
    error,
  );
