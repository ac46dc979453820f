// What the modules of the pack say to each other, for tsc.
import type { IDBPDatabase } from "idb"

/** A page on the device. `parts`: the parts of the pack that it belongs to; none: it was only visited. */
export type Page = { url: string, head: string, main: string, at: number, version: string, parts: string[] }

export type File = { url: string, type: string, bytes: ArrayBuffer, at: number, parts: string[] }

/** What the server says a part consists of. */
export type Manifest = {
  name: string
  title: string
  etag: string
  pages: [url: string, version: string, title?: string][]
  files: [url: string, version: string, bytes: number][]
}

/** A part of the pack on the device. `why` it is incomplete: "full", or nothing but that it was interrupted. */
export type Part = Manifest & {
  at: number
  count: number
  of: number
  state: "complete" | "incomplete"
  why: "" | "full"
}

/** What the server offers, and what this device remembers of it. */
export type Offers = {
  etag: string
  packs: { name: string, title: string, href: string, etag: string, size: number | null, count: number, wanted: boolean }[]
  declined: string[]
  checked: number
}

export type Round = { account: string, db: IDBPDatabase }

declare global {
  /** The address of the pack's part of the worker, known when it is built. */
  const PACK: string
}
