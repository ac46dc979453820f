// The moment in which something somebody wrote becomes safe.
import { afterWhich, isWaiting, laneOf } from "./lanes.js"
import { uuid7 } from "./ids.js"
import { seal } from "./sealing.js"
import { tell } from "./news.js"
import { add, rowsOf } from "./store.js"

/** @import {Field, Words} from "./types.js" */

const NOT_SENT = ["operation_id", "account"] // those of a plain form; the device names its own

/**
 * The fields of a form as bytes that nobody can take away: a file is read now, it may be gone later.
 * @param {FormData} data
 * @returns {Promise<Field[]>}
 */
export function fieldsOf(data) {
  const chosen = [...data].filter(([name, value]) => !NOT_SENT.includes(name) && (typeof value === "string" || value.size))
  return Promise.all(chosen.map(async ([name, value]) => /** @type {Field} */ ([name, typeof value === "string"
    ? value
    : { name: value.name, type: value.type || "application/octet-stream", bytes: await value.arrayBuffer() }])))
}

/**
 * Keeps an operation on this device.
 * @param {string} account
 * @param {Words} words
 * @param {string} [instead] id of an earlier one that this replaces
 * @returns {Promise<string>} its id, once it is on the disk; rejects where the device cannot keep it
 */
export async function save(account, words, instead) {
  const id = uuid7()
  const waiting = (await rowsOf(account)).filter(row => row.state !== "arrived" && row.id !== instead)
  await add({
    id,
    account,
    v: 1,
    lane: laneOf(words.url, id),
    after: afterWhich(words, waiting.filter(row => isWaiting(row) || row.state === "needs-you")),
    state: "saved",
    nextAt: Date.now(),
    asked: false,
    attempts: 0,
    unknown: false,
    savedAt: Date.now(),
    settled: false,
    sealed: await seal(account, words),
  }, instead)
  tell({ saved: id, kind: words.kind })
  return id
}
