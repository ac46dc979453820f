// Sends what waits. The same engine runs in the page and in the worker; whichever comes first works, the others leave it.
import { isWaiting, ready, wakesAt } from "./lanes.js"
import { tell } from "./news.js"
import { seal, unseal } from "./sealing.js"
import { sent } from "./sending.js"
import { change, known, know, rowsOf } from "./store.js"
import { pause, verdict } from "./verdict.js"

/** @import {Operation, Reply, Row, Words} from "./types.js" */

export { hear, tell } from "./news.js"

const LANES = 4
const AN_HOUR = 3_600_000
const UNTIL_BACK = 300_000
const HANGS = 60_000

/** @typedef {{account: string, eager: boolean, alone: boolean, busy: Set<string>, stopped: boolean}} Round */

/** @type {Promise<number> | undefined} */
let running
/** @type {{eager: boolean} | undefined} */
let asked

/**
 * Sends everything of an account that may go now.
 * @param {string} account
 * @param {{eager?: boolean}} [how] eager: do not wait for the next attempt's time
 * @returns {Promise<number>} when to come back (ms since 1970), Infinity when nothing waits
 */
export function drain(account, { eager = false } = {}) {
  asked = { eager: eager || !!asked?.eager }
  running ??= run(account)
  return running
}

/** @param {string} account @returns {Promise<number>} */
async function run(account) {
  try {
    await leading(account, alone => rounds(account, alone))
    const at = await known("practice") ? Infinity : wakesAt(await rowsOf(account))
    if (!asked) return at
  } catch (error) {
    asked = undefined
    throw error
  } finally {
    running = undefined
  }
  return drain(account, asked) // somebody asked while this one was ending
}

/** @param {string} account @param {boolean} alone */
async function rounds(account, alone) {
  while (asked) {
    const how = asked
    asked = undefined
    if (await round({ account, ...how, alone, busy: new Set(), stopped: false })) return
  }
}

/**
 * One engine at a time. Where there are no locks, or the one who holds it hangs, the lease in each row stands alone.
 * @param {string} account
 * @param {(alone: boolean) => Promise<void>} work
 */
async function leading(account, work) {
  if (!navigator.locks) return work(false)
  await navigator.locks.request("outbox", { ifAvailable: true }, async lock => {
    if (lock) return work(true)
    if (wakesAt(await rowsOf(account)) < Date.now() - HANGS) return work(false)
    asked = undefined
  })
}

/** @param {Round} round @returns {Promise<boolean>} whether it had to stop: there is no way to the server now */
async function round(round) {
  if (await known("practice")) return true
  await Promise.all(Array.from({ length: LANES }, () => lane(round)))
  return round.stopped
}

/** @param {Round} round */
async function lane(round) {
  for (let row; !round.stopped && (row = await next(round));) {
    round.busy.add(row.lane)
    try {
      await attempt(row, round)
    } catch {
      round.stopped = true // the device itself failed; the row's lease brings it back
    } finally {
      round.busy.delete(row.lane)
    }
  }
}

/** @param {Round} round @returns {Promise<Row | undefined>} claimed for this engine */
async function next({ account, eager, alone, busy }) {
  const now = Date.now()
  const rows = (await rowsOf(account)).filter(row => !busy.has(row.lane))
  for (const row of ready(rows, { now, eager, alone })) {
    if (busy.has(row.lane)) continue
    busy.add(row.lane)
    const claimed = await change(row.id, found =>
      found.state === row.state && found.nextAt === row.nextAt
        ? { state: "sending", nextAt: Date.now() + lease(row), attempts: row.attempts + 1, unknown: row.unknown || navigator.onLine }
        : undefined)
    if (claimed) return { ...row, attempts: row.attempts + 1 }
    busy.delete(row.lane)
  }
}

/** Longer than an attempt may take: whoever was killed in mid-send is taken up again after it. @param {Row} row */
const lease = row => 40_000 + row.sealed.bytes.byteLength / 20

/** @param {Row} row @param {Round} round */
async function attempt(row, round) {
  const op = await unseal(row)
  if (!op) return void await put(row, { state: "saved", nextAt: Date.now() + AN_HOUR })
  tell({ sending: op.id, kind: op.kind })
  const wasOnline = navigator.onLine // without any network nothing can have left
  const { reply, fingerprint } = await sent(op)
  await acts[verdict(reply, op, fingerprint)]({ ...op, left: wasOnline || navigator.onLine }, reply, round)
}

/** @type {Record<import("./verdict.js").Verdict, (op: Operation, reply: any, round: Round) => Promise<void>>} */
const acts = {
  async delivered(op, { json }) {
    const { receipt_code, location, html, notes } = json
    const answer = { receipt_code, location, html, notes, at: Date.now() }
    await put(op, { state: "arrived", unknown: false, sealed: await reseal(op, { answer, refusal: undefined }) })
    await trouble(undefined)
    if (op.closes && await change(op.closes, () => null)) tell({ gone: op.closes })
    tell({ arrived: op.id, kind: op.kind, page: op.page, into: op.into, answer })
  },
  async refused(op, { status, json }) {
    const { reason = "", fields, html, theirs } = json
    const sealed = await reseal(op, { refusal: { status, reason, fields, html, theirs } })
    await put(op, { state: "needs-you", unknown: false, sealed })
    await trouble(undefined)
    tell({ refused: op.id, kind: op.kind })
  },
  async busy(op, reply) {
    const wait = pause(reply, op.attempts, Math.random())
    await put(op, { state: "saved", unknown: true, asked: reply.retryAfter !== null, nextAt: Date.now() + wait })
    tell({ waiting: op.id })
  },
  async later(op, reply, round) {
    round.stopped = true
    await put(op, { state: "saved", unknown: op.unknown || op.left, asked: false, nextAt: Date.now() + pause(null, op.attempts, 0) })
    await trouble(reply && !reply.ours ? "portal" : "network")
    tell({ waiting: op.id })
  },
  async "signed-out"(op, _reply, round) {
    round.stopped = true
    await put(op, { state: "saved", unknown: op.unknown, nextAt: Date.now() + UNTIL_BACK })
    await trouble("signed-out")
    tell({ waiting: op.id })
  },
  async stranger(op, _reply, round) {
    round.stopped = true
    await put(op, { state: "saved", unknown: op.unknown, nextAt: Date.now() + UNTIL_BACK })
    tell({ stranger: true })
  },
}

/** What keeps things from leaving, for all pages to say. @param {"portal" | "network" | "signed-out" | undefined} what */
async function trouble(what) {
  if ((await known("trouble"))?.what === what) return
  await know("trouble", what && { what, at: Date.now() })
  tell({ trouble: what ?? null })
}

/**
 * What has been discarded or changed meanwhile stays as the person wanted it.
 * @param {Pick<Row, "id">} op
 * @param {Partial<Row>} wanted
 */
const put = ({ id }, wanted) => change(id, found => found.state === "sending" ? { asked: false, ...wanted } : undefined)

/** @param {Operation} op @param {Partial<Words>} more */
export const reseal = ({ account, kind, url, page, into, title, fields, labels, closes, answer, refusal }, more) =>
  seal(account, { kind, url, page, into, title, fields, labels, closes, answer, refusal, ...more })

/** How many of an account wait or need a decision. @param {string} account */
export async function waitingOf(account) {
  const rows = await rowsOf(account)
  return {
    waiting: rows.filter(isWaiting).length,
    needing: rows.filter(({ state }) => state === "needs-you").length,
  }
}
