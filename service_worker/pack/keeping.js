// A part of the pack in the database. Pages and what is said of them always change together.

/** @import {IDBPDatabase} from "idb" */
/** @import {Manifest, Page, Part} from "./types.js" */
/** @typedef {(name: string) => any} Shelves of one transaction */

/**
 * All of it or nothing; where it fails, with the reason of the transaction: requests only say that it was aborted.
 * @template T
 * @param {IDBPDatabase} db
 * @param {(shelves: Shelves) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function change(db, work) {
  const tx = db.transaction(["pages", "files", "parts"], "readwrite")
  const done = tx.done.catch(() => {})
  try {
    const made = await work(name => tx.objectStore(name))
    await tx.done
    return made
  } catch (error) {
    await done
    throw tx.error ?? error
  }
}

/** @param {string[] | undefined} parts @param {string} name */
export const joined = (parts, name) => [...new Set([...parts ?? [], name])]

/**
 * What no part names any more leaves the device.
 * @param {Shelves} shelves
 * @param {Manifest | undefined} old
 * @param {Partial<Manifest>} [now]
 */
async function release(shelves, old, now = {}) {
  for (const store of /** @type {const} */ (["pages", "files"])) {
    const shelf = shelves(store)
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
export const begin = (db, old, manifest) => change(db, async shelves => {
  const { name, pages } = manifest
  await release(shelves, old, manifest)
  const want = []
  for (const [place, [url, version]] of pages.entries()) {
    const page = await shelves("pages").get(url)
    if (page?.version === version) await shelves("pages").put({ ...page, parts: joined(page.parts, name) })
    else want.push(place)
  }
  /** @type {Part} */
  const part = { at: 0, ...old, ...manifest, of: pages.length, count: pages.length - want.length, why: "", state: "incomplete" }
  await shelves("parts").put(part)
  return [part, want]
})

/**
 * Some pages, and how far the part is with them. What a visit brought meanwhile is newer and stays.
 * @param {IDBPDatabase} db
 * @param {Part} part
 * @param {(Pick<Page, "url" | "version" | "head" | "main"> & {gone?: true})[]} fresh gone: nobody may see it just now
 * @param {number} since when they were asked for
 */
export async function keepPages(db, part, fresh, since) {
  const count = part.count + fresh.length
  await change(db, async shelves => {
    for (const { gone, ...page } of fresh) {
      const old = await shelves("pages").get(page.url)
      const newest = old?.at > since ? old : { ...page, at: Date.now() }
      if (gone) await shelves("pages").delete(page.url)
      else await shelves("pages").put({ ...newest, version: page.version, parts: joined(old?.parts, part.name) })
    }
    await shelves("parts").put({ ...part, count })
  })
  part.count = count
}

/** @param {IDBPDatabase} db @param {any} file @param {string} name */
export const keepFile = (db, file, name) => change(db, shelves => shelves("files").put({ ...file, parts: joined(file.parts, name) }))

/** @param {IDBPDatabase} db @param {string} name */
export const drop = (db, name) => change(db, async shelves => {
  await release(shelves, await shelves("parts").get(name))
  await shelves("parts").delete(name)
})

/** Makes room: pictures go, texts stay. @param {IDBPDatabase} db @returns {Promise<boolean>} whether there were any */
export const dropFiles = db => change(db, async shelves => {
  const had = await shelves("files").count()
  await shelves("files").clear()
  for (const part of await shelves("parts").getAll())
    if (part.files.length) await shelves("parts").put({ ...part, state: "incomplete", why: "full" })
  return had > 0
})
