// Brings what a device takes along to what the server names now: only what differs, and on where it was interrupted.
import { keepShell } from "../kept/shell.js"
import { kept } from "../kept/store.js"
import { know, known } from "../outbox/store.js"
import { whose } from "../person.js"
import { ask, eachLine } from "./fetching.js"
import { begin, drop, dropFiles, joined, keepFile, keepPages } from "./keeping.js"

/** @import {Offers, Part, Round} from "./types.js" */

const AN_HOUR = 3_600_000
const CHUNK = 10
const SHARE = 0.2 // of what the browser would let us have
const FULL = "QuotaExceededError"
/** @type {Record<string, string>} */
const TROUBLES = { TypeError: "network", AbortError: "network", SyntaxError: "network", [FULL]: "full" }

const channel = new BroadcastChannel("pack")

/** Tells every page of this device what happens to the pack. @param {object} words */
const tell = words => channel.postMessage(words)

/** @param {Part} part */
const report = ({ name, state, count, of, why }) => tell({ part: name, state, count, of, why })

/** One round after the other. @type {Promise<unknown>} */
let last = Promise.resolve()

/** @param {string} account @param {(round: Round, offers: Offers) => Promise<unknown>} work @returns {Promise<unknown>} */
const next = (account, work) => last = last.then(async () => {
  await mine(account)
  const db = await kept(account) // an open connection ends with the sign-out
  await work({ account, db }, { etag: "", packs: [], declined: [], checked: 0, ...await db.get("shell", "pack") })
}).catch(({ name, message }) => tell({ trouble: TROUBLES[name] ?? (name === "Error" ? message : "device") }))
  .then(() => tell({ idle: true }))

/** Only for whom this device belongs to. @param {string} account */
async function mine(account) {
  const session = await whose()
  if (session.account !== account || session.device !== "mine" || await known("signing-out")) throw Error("signed-out")
}

/**
 * @param {string} account
 * @param {string[]} [names] parts that somebody wants; none: what this device takes along
 * @param {boolean} [asked] now, and not only once an hour
 */
export const sync = (account, names = [], asked = !!names.length) => next(account, async (round, offers) => {
  if (!asked && offers.checked > Date.now() - AN_HOUR) return
  if (await known("practice")) throw Error("network")
  const rest = await offered(round, offers, names)
  for (const name of new Set([...names, ...rest])) await refresh(round, name, offers)
  await round.db.put("shell", { ...offers, checked: Date.now() }, "pack")
})

/** Off the device, until somebody wants it again. @param {string} account @param {string} name */
export const remove = (account, name) => next(account, async ({ db }, offers) => {
  await db.put("shell", { ...offers, declined: joined(offers.declined, name) }, "pack")
  await away(db, name)
})

/** @param {Round["db"]} db @param {string} name */
const away = (db, name) => drop(db, name).then(() => tell({ part: name, state: "none" }))

/** What the server offers, and which of it belongs here. @param {Round} round @param {Offers} offers @param {string[]} names */
async function offered({ account, db }, offers, names) {
  const answer = await ask(account, "/sync/packs", offers.etag)
  await keepShell(account, answer.headers.get("X-Neighbour"))
  if (answer.status === 200) {
    const { packs, took_along } = await answer.json()
    if (took_along && !offers.etag) {
      await know("emptied", true)
      tell({ emptied: true })
    }
    Object.assign(offers, { packs, etag: answer.headers.get("ETag") ?? "-" })
  }
  offers.declined = offers.declined.filter(name => !names.includes(name))
  await db.put("shell", offers, "pack")
  const wanted = offers.packs.filter(({ wanted, name }) => wanted && !offers.declined.includes(name))
  return [.../** @type {string[]} */ (await db.getAllKeys("parts")), ...wanted.map(({ name }) => name)]
}

/** @param {Round} round @param {string} name @param {Pick<Offers, "packs">} offers @returns {Promise<unknown>} */
async function refresh({ account, db }, name, { packs }, again = true) {
  const old = await db.get("parts", name)
  const isSame = packs.some(pack => pack.name === name && pack.etag === old?.etag)
  if (isSame && old.state === "complete") return db.put("parts", { ...old, at: Date.now() })
  const answer = await ask(account, `/sync/packs/${name}`, old && `"${old.etag}"`)
  const { status } = answer
  if (status === 404 || status === 403) return away(db, name)
  if (status !== 304 && status !== 200) throw TypeError()
  const [part, want] = await begin(db, old, status === 304 ? old : await answer.json())
  report(part)
  try {
    while (want.length) await fetchPages({ account, db }, part, want)
    await fetchFiles({ account, db }, part)
  } catch (/** @type {any} */ error) {
    if (error.message === "changed" && again) return refresh({ account, db }, name, { packs: [] }, false)
    if (error.name === FULL) await db.put("parts", { ...part, state: "incomplete", why: "full" })
    throw error
  }
}

/**
 * As many pages as one answer brings.
 * @param {Round} round
 * @param {Part} part
 * @param {number[]} want
 */
async function fetchPages({ account, db }, part, want) {
  if (await room() <= 0 && !(await dropFiles(db) && await room() > 0)) throw new DOMException("", FULL)
  const since = Date.now()
  const answer = await ask(account, `/sync/packs/${part.name}/pages?of=${part.etag}&want=${want}`)
  if (answer.status === 412) throw Error("changed") // the manifest, since it was read
  /** @type {any[]} */
  let chunk = []
  const keep = async () => {
    if (!chunk.length) return
    await mine(account)
    const write = () => keepPages(db, part, chunk, since)
    await write().catch(async error => {
      if (error.name !== FULL || !await dropFiles(db)) throw error // the pictures go first
      await write()
    })
    want.splice(0, chunk.length)
    chunk = []
    report(part)
  }
  const before = want.length
  await eachLine(answer, async page => chunk.push(page) < CHUNK || keep()).finally(keep)
  if (want.length === before) throw TypeError()
}

/** @param {Round} round @param {Part} part */
async function fetchFiles({ account, db }, part) {
  part.state = "complete"
  for (const [url, , size] of part.files) {
    const old = await db.get("files", url)
    try {
      if (!old && size > await room()) throw new DOMException("", FULL)
      const file = old ?? await fetchFile(account, url)
      await mine(account)
      await keepFile(db, file, part.name)
    } catch (/** @type {any} */ error) {
      part.state = "incomplete"
      if (error.name === FULL) part.why = "full"
      else if (error.message !== "gone") throw error
    }
  }
  part.at = Date.now()
  await db.put("parts", part)
  report(part)
}

/** @param {string} account @param {string} url */
async function fetchFile(account, url) {
  const answer = await ask(account, url)
  if (answer.status !== 200) throw Error("gone")
  return { url, type: answer.headers.get("Content-Type"), bytes: await answer.arrayBuffer(), at: Date.now() }
}

/** How many octets there may still be. */
async function room() {
  const { quota = Infinity, usage = 0 } = await navigator.storage?.estimate?.() ?? {}
  return quota * SHARE - usage
}
