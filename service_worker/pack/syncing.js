// Brings what a device takes along to what the server names now: only what differs, and on where it was interrupted.
import { kept } from "../kept/store.js"
import { know, known } from "../outbox/store.js"
import { whose } from "../person.js"
import { ask, eachLine, Stopped } from "./fetching.js"
import { begin, drop, dropFiles, keepPages } from "./keeping.js"
import { tell } from "./telling.js"

/** @import {Offers, Part, Round} from "./types.js" */

const AN_HOUR = 3_600_000
const CHUNK = 10
const SHARE = 0.2 // of what the browser would let us have

/** One round after the other. @type {Promise<unknown>} */
let last = Promise.resolve()

/**
 * @param {string} account
 * @param {(round: Round, offers: Offers) => Promise<void>} work
 * @returns {Promise<unknown>}
 */
const next = (account, work) => last = last.then(() => alone(account, work)).catch(error => {
  tell({ trouble: error instanceof Stopped ? error.message : isFull(error) ? "full" : "device" })
}).finally(() => tell({ idle: true }))

/**
 * Only for whom this device belongs to; the open connection ends with the sign-out.
 * @param {string} account
 * @param {(round: Round, offers: Offers) => Promise<void>} work
 */
async function alone(account, work) {
  await stillHere(account)
  const db = await kept(account)
  const offers = { etag: "", packs: [], declined: [], checked: 0, ...await db.get("shell", "pack") }
  await work({ account, db }, offers)
}

/** @param {string} account */
async function stillHere(account) {
  const session = await whose()
  if (session.account !== account || session.device !== "mine" || await known("signing-out")) throw new Stopped("signed-out")
}

/**
 * @param {string} account
 * @param {string[]} [names] parts that somebody wants; none: what this device takes along
 * @param {boolean} [asked] now, and not only once an hour
 */
export const sync = (account, names = [], asked = !!names.length) => next(account, async (round, offers) => {
  if (!asked && offers.checked > Date.now() - AN_HOUR) return
  if (await known("practice")) throw new Stopped("network")
  const rest = await offered(round, offers, names)
  for (const name of new Set([...names, ...rest])) await refresh(round, name)
  await round.db.put("shell", { ...offers, checked: Date.now() }, "pack")
})

/** Off the device, until somebody wants it again. @param {string} account @param {string[]} names */
export const remove = (account, names) => next(account, async ({ db }, offers) => {
  offers.declined.push(...names)
  await db.put("shell", offers, "pack")
  for (const name of names) {
    await drop(db, name)
    tell({ part: name, state: "none" })
  }
})

/** What the server offers, and which of it belongs here. @param {Round} round @param {Offers} offers @param {string[]} names */
async function offered({ account, db }, offers, names) {
  const answer = await ask(account, "/sync/packs", offers.etag)
  if (answer.status === 200) {
    const { packs, took_along } = await answer.json()
    if (took_along && !offers.etag) await know("emptied", true).then(() => tell({ emptied: true }))
    Object.assign(offers, { packs, etag: answer.etag || "-" })
  }
  offers.declined = offers.declined.filter(name => !names.includes(name))
  await db.put("shell", offers, "pack")
  const here = /** @type {string[]} */ (await db.getAllKeys("parts"))
  const wanted = offers.packs.filter(({ wanted, name }) => wanted && !offers.declined.includes(name))
  return [...here, ...wanted.map(({ name }) => name)]
}

/** @param {Round} round @param {string} name @returns {Promise<void>} */
async function refresh({ account, db }, name, again = true) {
  const old = await db.get("parts", name)
  const answer = await ask(account, `/sync/packs/${name}`, old?.etag)
  if (answer.status === 404 || answer.status === 403) {
    await drop(db, name)
    return tell({ part: name, state: "none" })
  }
  if (answer.status !== 200 && answer.status !== 304) throw new Stopped("network")
  const manifest = answer.status === 200 ? { ...await answer.json(), etag: answer.etag } : old
  const { part, want } = await begin(db, old, manifest)
  try {
    if (!await fetchPages({ account, db }, part, want)) return void (again && await refresh({ account, db }, name, false))
    await fetchFiles({ account, db }, part)
  } catch (error) {
    if (isFull(error)) await db.put("parts", { ...part, state: "incomplete", why: "full" }).catch(() => {})
    throw error
  }
}

/** @param {any} error */
const isFull = error => error?.name === "QuotaExceededError"

/** @param {Round} round @param {Part} part @param {number[]} want @returns {Promise<boolean>} false: the manifest is another one now */
async function fetchPages({ account, db }, part, want) {
  if (!want.length) return true
  report(part)
  if (await room() <= 0 && !await dropFiles(db)) throw new DOMException("", "QuotaExceededError")
  const since = Date.now()
  const of = /"([^":]+)/.exec(part.etag)?.[1]
  const answer = await ask(account, `/sync/packs/${part.name}/pages?of=${of}&want=${want}`)
  if (answer.status === 412) return false
  if (answer.status !== 200) throw new Stopped("network")
  /** @type {any[]} */
  let chunk = []
  const keep = async () => {
    if (!chunk.length) return
    await stillHere(account)
    await squeezed(db, () => keepPages(db, part, chunk, since))
    chunk = []
    report(part)
  }
  await eachLine(answer, async page => {
    if (chunk.push(page) === CHUNK) await keep()
  }).finally(keep)
  if (part.count < part.of) throw new Stopped("network")
  return true
}

/** Where the device is full the pictures go first. @param {Round["db"]} db @param {() => Promise<void>} write */
const squeezed = (db, write) => write().catch(async error => {
  if (!isFull(error) || !await dropFiles(db)) throw error
  await write()
})

/** @param {Round} round @param {Part} part */
async function fetchFiles({ account, db }, part) {
  let missing = 0
  for (const [url, , size] of part.files) {
    const file = await db.get("files", url)
    if (file?.parts.includes(part.name)) continue
    report(part)
    const parts = [...file?.parts ?? [], part.name]
    if (file) await db.put("files", { ...file, parts })
    else if (size > await room()) part.why = "full"
    else if (await fetchFile({ account, db }, part, url)) continue
    missing += file ? 0 : 1
  }
  Object.assign(part, { state: missing ? "incomplete" : "complete", at: Date.now() })
  await stillHere(account)
  await db.put("parts", part)
  report(part)
}

/** @param {Round} round @param {Part} part @param {string} url @returns {Promise<boolean>} whether it is here now */
async function fetchFile({ account, db }, part, url) {
  const answer = await ask(account, url)
  if (answer.status !== 200) return false
  const file = { url, type: answer.type, bytes: await answer.bytes(), at: Date.now(), parts: [part.name] }
  await stillHere(account)
  return db.put("files", file).then(() => true, error => {
    if (!isFull(error)) throw error
    part.why = "full"
    return false
  })
}

/** How many octets there may still be. */
async function room() {
  const { quota = Infinity, usage = 0 } = await navigator.storage?.estimate?.() ?? {}
  return quota * SHARE - usage
}

/** @param {Part} part */
const report = ({ name, state, count, of, why }) => tell({ part: name, state, count, of, why })
