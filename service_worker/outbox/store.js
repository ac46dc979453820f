// Where operations wait: one database for everybody who uses this device, each row sealed for its account.
import { openDB } from "idb"

/** @import {IDBPDatabase} from "idb" */
/** @import {Outside, Row, Sealed} from "./types.js" */

const STRICT = { durability: /** @type {const} */ ("strict") }

/** @type {Promise<IDBPDatabase> | undefined} */
let opened

/** The database, opened anew when the browser closed it (iOS does, behind a page's back). */
function database() {
  opened ??= openDB("outbox", 1, {
    upgrade(db) {
      const ops = db.createObjectStore("ops", { keyPath: "id" })
      ops.createIndex("seq", "seq")
      ops.createIndex("account", "account")
      db.createObjectStore("meta")
    },
    blocking: (_old, _new, event) => /** @type {IDBDatabase} */ (event.target).close(),
    terminated: forget,
  }).then(db => {
    db.addEventListener("close", forget)
    return db
  })
  opened.catch(forget)
  return opened
}

function forget() {
  opened = undefined
}

/**
 * @template T
 * @param {(db: IDBPDatabase) => Promise<T>} act
 * @returns {Promise<T>}
 */
async function using(act) {
  const db = await database()
  try {
    return await act(db)
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "InvalidStateError") throw error
    forget() // the connection was closed between opening and asking
    return act(await database())
  }
}

/** @param {string} account @returns {Promise<Row[]>} in the order in which they were written */
export async function rowsOf(account) {
  const rows = await using(db => db.getAllFromIndex("ops", "account", account))
  return rows.sort((one, other) => one.seq - other.seq)
}

/** @param {string} id @returns {Promise<Row | undefined>} */
export const row = id => using(db => db.get("ops", id))

/**
 * Keeps a new row behind all others. Resolves when it is on the disk, not before.
 * @param {Omit<Row, "seq">} fresh
 * @param {string} [instead] id of a row that this one replaces
 */
export const add = (fresh, instead) => using(async db => {
  const tx = db.transaction("ops", "readwrite", STRICT)
  const last = await tx.store.index("seq").openKeyCursor(null, "prev")
  const old = instead && await tx.store.get(instead)
  if (instead) await tx.store.delete(instead)
  await tx.store.add({ ...fresh, seq: old?.seq ?? (last ? Number(last.key) + 1 : 1) })
  await tx.done
})

/**
 * Changes a row if it is still as expected; nothing else may happen to it in between.
 * @param {string} id
 * @param {(row: Row) => Partial<Row> | null | undefined} change null removes the row, undefined leaves it
 * @returns {Promise<boolean>} whether it was changed
 */
export const change = (id, change) => using(async db => {
  const tx = db.transaction("ops", "readwrite", STRICT)
  const found = await tx.store.get(id)
  const wanted = found && change(found)
  if (wanted) await tx.store.put({ ...found, ...wanted })
  if (wanted === null) await tx.store.delete(id)
  await tx.done
  return wanted !== undefined
})

/** How many wait for anybody but this account: they are there, and sealed. @param {string} account */
export async function strangers(account) {
  const rows = await using(db => db.getAll("ops"))
  return rows.filter(row => row.account !== account && row.state !== "arrived").length
}

/** Whose operations lie here. @returns {Promise<string[]>} */
export const accounts = () => using(async db => [...new Set((await db.getAll("ops")).map(({ account }) => account))])

/** @param {string} name */
export const known = name => using(db => db.get("meta", name))

/** @returns {Promise<string[]>} of all that is known */
export const names = () => using(async db => (await db.getAllKeys("meta")).map(String))

/** @param {string} name @param {any} value undefined forgets it */
export const know = (name, value) => using(async db => {
  const tx = db.transaction("meta", "readwrite", STRICT)
  await (value === undefined ? tx.store.delete(name) : tx.store.put(value, name))
  await tx.done
})
