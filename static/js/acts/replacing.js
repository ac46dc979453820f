// A text that was changed becomes an operation of its own, in the place of the old one. What waits for the old one waits
// for the new one.
import { reseal, tell } from "../../../service_worker/outbox/engine.js"
import { laneOf } from "../../../service_worker/outbox/lanes.js"
import { save } from "../../../service_worker/outbox/saving.js"
import { unseal } from "../../../service_worker/outbox/sealing.js"
import { change, rowsOf } from "../../../service_worker/outbox/store.js"

/** @import {Operation, Row, Words} from "../../../service_worker/outbox/types.js" */

const A_MINUTE = 60_000

/**
 * @param {Operation} op
 * @param {Partial<Words>} changed
 * @returns {Promise<string>} the new id
 */
export async function replace(op, changed) {
  const { account, kind, url, page, into, title, fields, labels, closes } = op
  const followers = await followersOf(op)
  for (const { id } of followers) await change(id, () => ({ nextAt: Date.now() + A_MINUTE, asked: true }))
  const fresh = await save(account, { kind, url, page, into, title, fields, labels, closes, ...changed }, op.id)
  for (const row of followers) await follow(row, op.id, fresh)
  tell({ gone: op.id, kind, instead: fresh })
  return fresh
}

/** What waits for an operation. @param {Operation} op @returns {Promise<Row[]>} */
export async function followersOf({ id, account }) {
  return (await rowsOf(account)).filter(({ after, state }) => after === id && state !== "arrived")
}

/** @param {Row} row @param {string} old @param {string} fresh */
async function follow(row, old, fresh) {
  const op = await unseal(row)
  if (!op) return
  const renamed = (/** @type {string} */ words) => words.replaceAll(old, fresh)
  const fields = /** @type {Operation["fields"]} */ (
    op.fields.map(([name, value]) => [name, value === old ? fresh : value]))
  const url = renamed(op.url)
  const sealed = await reseal(op, { url, page: renamed(op.page), into: renamed(op.into), fields })
  await change(row.id, () => ({ sealed, after: fresh, lane: laneOf(url, row.id), nextAt: 0, asked: false }))
}
