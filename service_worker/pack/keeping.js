// A part of the pack in the database. Pages and what is said of them always change together.

/** @import {IDBPDatabase, IDBPTransaction} from "idb" */
/** @import {Manifest, Page, Part} from "./types.js" */
/** @typedef {IDBPTransaction<any, string[], "readwrite">} Change */

/** @param {IDBPDatabase} db @returns {Change} */
const change = db => db.transaction(["pages", "files", "parts"], "readwrite")

/** @param {string[] | undefined} parts @param {string} name */
export const joined = (parts, name) => [...new Set([...parts ?? [], name])]

/**
 * What no part names any more leaves the device.
 * @param {Change} tx
 * @param {Manifest | undefined} old
 * @param {Partial<Manifest>} [now]
 */
async function release(tx, old, now = {}) {
  for (const store of /** @type {const} */ (["pages", "files"])) {
    const shelf = tx.objectStore(store)
    for (const [url] of old?.[store] ?? []) {
      if (now[store]?.some(one => one[0] === url)) continue
      const row = await shelf.get(url)
      const parts = row?.parts.filter((/** @type {string} */ part) => part !== old?.name)
      await (parts?.length ? shelf.put({ ...row, parts }) : shelf.delete(url))
    }
  }
}

/**
 * Begins with what the server names now: what it does not name is gone, what is here already counts.
 * @param {IDBPDatabase} db
 * @param {Part | undefined} old
 * @param {Manifest} manifest
 * @returns {Promise<[Part, number[]]>} the part, and the places of the pages that are not here as they are now
 */
export async function begin(db, old, manifest) {
  const tx = change(db)
  const { name, pages } = manifest
  await release(tx, old, manifest)
  const want = []
  for (const [place, [url, version]] of pages.entries()) {
    const page = await tx.objectStore("pages").get(url)
    if (page?.version === version) await tx.objectStore("pages").put({ ...page, parts: joined(page.parts, name) })
    else want.push(place)
  }
  /** @type {Part} */
  const part = { at: 0, ...old, ...manifest, of: pages.length, count: pages.length - want.length, why: "", state: "incomplete" }
  await tx.objectStore("parts").put(part)
  await tx.done
  return [part, want]
}

/**
 * Some pages, and how far the part is with them. What a visit brought meanwhile is newer and stays.
 * @param {IDBPDatabase} db
 * @param {Part} part
 * @param {(Pick<Page, "url" | "version" | "head" | "main"> & {gone?: true})[]} fresh gone: nobody may see it just now
 * @param {number} since when they were asked for
 */
export async function keepPages(db, part, fresh, since) {
  const tx = change(db)
  for (const page of fresh) {
    const { gone, ...words } = page
    const old = await tx.objectStore("pages").get(page.url)
    const newest = old?.at > since ? old : { ...words, at: Date.now() }
    if (gone) await tx.objectStore("pages").delete(page.url)
    else await tx.objectStore("pages").put({ ...newest, version: page.version, parts: joined(old?.parts, part.name) })
  }
  const count = part.count + fresh.length
  await tx.objectStore("parts").put({ ...part, count })
  await tx.done
  part.count = count
}

/** @param {IDBPDatabase} db @param {string} name */
export async function drop(db, name) {
  const tx = change(db)
  await release(tx, await tx.objectStore("parts").get(name))
  await tx.objectStore("parts").delete(name)
  await tx.done
}

/** Makes room: pictures go, texts stay. @param {IDBPDatabase} db @returns {Promise<boolean>} whether there were any */
export async function dropFiles(db) {
  const tx = change(db)
  const had = await tx.objectStore("files").count()
  await tx.objectStore("files").clear()
  for (const part of await tx.objectStore("parts").getAll())
    if (part.files.length) await tx.objectStore("parts").put({ ...part, state: "incomplete", why: "full" })
  await tx.done
  return had > 0
}
