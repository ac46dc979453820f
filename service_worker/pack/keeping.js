// A part of the pack in the database. Pages and what is said of them always change together.

/** @import {IDBPDatabase} from "idb" */
/** @import {Manifest, Page, Part} from "./types.js" */

/** @typedef {{get: (key: string) => Promise<any>, put: (row: any) => Promise<any>, delete: (key: string) => Promise<void>}} Shelf */

/** @param {string[]} parts @param {string} name */
const joined = (parts, name) => [...new Set([...parts ?? [], name])]

/** What no part names any more leaves the device. @param {Shelf} shelf @param {string} url @param {string} name */
async function release(shelf, url, name) {
  const row = await shelf.get(url)
  const parts = row?.parts.filter((/** @type {string} */ part) => part !== name)
  if (parts?.length) await shelf.put({ ...row, parts })
  else await shelf.delete(url)
}

/** @param {IDBPDatabase} db */
function open(db) {
  const tx = db.transaction(["pages", "files", "parts"], "readwrite")
  return { tx, pages: /** @type {any} */ (tx.objectStore("pages")), files: /** @type {any} */ (tx.objectStore("files")), parts: tx.objectStore("parts") }
}

/**
 * Begins with what the server names now: what it does not name is gone, what is here already counts.
 * @param {IDBPDatabase} db
 * @param {Part | undefined} old
 * @param {Manifest & {etag: string}} manifest
 * @returns {Promise<{part: Part, want: number[]}>} want: places of the pages that are not here as they are now
 */
export async function begin(db, old, manifest) {
  const { name } = manifest
  const { tx, pages, files, parts } = open(db)
  const named = new Set(manifest.pages.map(([url]) => url))
  for (const [url] of old?.pages ?? []) if (!named.has(url)) await release(pages, url, name)
  const before = (old?.files ?? []).map(String)
  const now = manifest.files.map(String)
  for (const [place, file] of before.entries()) if (!now.includes(file)) await release(files, old?.files[place][0] ?? "", name)

  const want = []
  for (const [place, [url, version]] of manifest.pages.entries()) {
    const page = await pages.get(url)
    if (page?.version !== version) want.push(place)
    else if (!page.parts.includes(name)) await pages.put({ ...page, parts: joined(page.parts, name) })
  }
  const of = manifest.pages.length
  const count = of - want.length
  /** @type {Part} */
  const part = { at: 0, state: "incomplete", ...old, ...manifest, of, count, why: "" }
  if (want.length || now.some(file => !before.includes(file))) part.state = "incomplete"
  await parts.put(part)
  await tx.done
  return { part, want }
}

/**
 * Some pages, and how far the part is with them. What a visit brought meanwhile is newer and stays.
 * @param {IDBPDatabase} db
 * @param {Part} part
 * @param {Pick<Page, "url" | "version" | "head" | "main">[]} fresh
 * @param {number} since when they were asked for
 */
export async function keepPages(db, part, fresh, since) {
  const { tx, pages, parts } = open(db)
  for (const page of fresh) {
    const old = await pages.get(page.url)
    const newest = old?.at > since ? old : { ...page, at: Date.now() }
    await pages.put({ ...newest, version: page.version, parts: joined(old?.parts, part.name) })
  }
  await parts.put({ ...part, count: part.count + fresh.length })
  await tx.done
  part.count += fresh.length
}

/** @param {IDBPDatabase} db @param {string} name */
export async function drop(db, name) {
  const { tx, pages, files, parts } = open(db)
  const part = await parts.get(name)
  for (const [url] of part?.pages ?? []) await release(pages, url, name)
  for (const [url] of part?.files ?? []) await release(files, url, name)
  await parts.delete(name)
  await tx.done
}

/** Makes room: pictures go, texts stay. @param {IDBPDatabase} db @returns {Promise<boolean>} whether there were any */
export async function dropFiles(db) {
  const { tx, files, parts } = open(db)
  const had = !!await files.count()
  await files.clear()
  for (const part of await parts.getAll()) if (part.files.length) await parts.put({ ...part, state: "incomplete", why: "full" })
  await tx.done
  return had
}
