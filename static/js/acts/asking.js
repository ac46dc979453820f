// Nobody changes or discards what may have arrived: while something is being sent, or when its answer was lost, the
// server is asked first. And nothing leaves while its words are being changed.
import { receiptOf } from "../../../service_worker/asking.js"
import { reseal, tell } from "../../../service_worker/outbox/engine.js"
import { change, row } from "../../../service_worker/outbox/store.js"
import { unseal } from "../../../service_worker/outbox/sealing.js"
import { clock } from "../moments.js"
import { word } from "./words.js"

/** @import {Operation} from "../../../service_worker/outbox/types.js" */

const HELD = 5 * 60_000

/** @param {string} id @returns {Promise<Operation | undefined>} as it stands now */
export async function opened(id) {
  const found = await row(id)
  return found && unseal(found)
}

/**
 * Holds something back so that its person can decide.
 * @param {Operation} op
 * @returns {Promise<string>} why that is not possible; empty when it is held
 */
export async function hold(op) {
  const held = await change(op.id, found => isFree(found) ? { nextAt: Date.now() + HELD, asked: true } : undefined)
  if (!held) return settled(op.id)
  const fresh = await row(op.id)
  if (!fresh.unknown) return ""
  const answer = await receiptOf(op)
  if (answer === null) return letGo(op.id).then(() => word("cannot-ask"))
  if (answer) return arrive(op, answer)
  await change(op.id, found => ({ ...found, unknown: false }))
  return ""
}

/** @param {import("../../../service_worker/outbox/types.js").Row} row */
const isFree = ({ state }) => state === "saved" || state === "needs-you"

/** Somebody is still at it. @param {string} id */
export const holdOn = id => change(id, found => isFree(found) ? { nextAt: Date.now() + HELD, asked: true } : undefined)

/** @param {string} id */
export const letGo = id => change(id, found => isFree(found) ? { nextAt: 0, asked: false } : undefined)

/** What is to be said of something that is on its way, or there. @param {string} id */
async function settled(id) {
  const op = await opened(id)
  return op?.answer ? isThere(op.answer) : word("being-sent")
}

/** @param {{receipt_code: string, at: number}} answer */
export const isThere = ({ receipt_code, at }) =>
  `${word("is-there", { clock: clock(at), code: receipt_code })} ${word("change-there")}`

/**
 * It had arrived, only its answer was lost.
 * @param {Operation} op
 * @param {{receipt_code: string, location: string, arrived_at: string}} receipt
 */
async function arrive(op, { receipt_code, location, arrived_at }) {
  const answer = { receipt_code, location, html: "", at: Date.parse(arrived_at) || Date.now() }
  const sealed = await reseal(op, { answer, refusal: undefined })
  await change(op.id, () => ({ state: "arrived", unknown: false, sealed }))
  tell({ arrived: op.id, kind: op.kind, page: op.page, into: op.into, answer })
  return isThere(answer)
}
