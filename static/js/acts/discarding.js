// Only a person discards, and only after a question; what waited for it is kept and asks for a decision.
import { reseal, tell } from "../../../service_worker/outbox/engine.js"
import { unseal } from "../../../service_worker/outbox/sealing.js"
import { change } from "../../../service_worker/outbox/store.js"
import { ask } from "../ask.js"
import { hold, isThere, letGo, opened } from "./asking.js"
import { followersOf } from "./replacing.js"
import { called, word } from "./words.js"

/** @import {Operation, Row} from "../../../service_worker/outbox/types.js" */

/** @param {Operation} op @returns {Promise<string>} what is to be said */
export async function discard(op) {
  const hindrance = await hold(op)
  if (hindrance) return hindrance
  const asked = { confirm: word("discard"), confirmYes: word("discard-yes"), confirmNo: word("discard-no") }
  if (!await ask(asked)) {
    await letGo(op.id)
    return ""
  }
  const followers = await followersOf(op)
  for (const row of followers) await orphan(row, op)
  if (!await change(op.id, ({ state }) => state === "saved" || state === "needs-you" ? null : undefined)) {
    const now = await opened(op.id)
    return now?.answer ? isThere(now.answer) : word("being-sent")
  }
  tell({ gone: op.id, kind: op.kind })
  return word("discarded")
}

/** @param {Row} row @param {Operation} parent */
async function orphan(row, parent) {
  const op = await unseal(row)
  if (!op) return
  const reason = word("parent-discarded", { thing: called("mine", parent) })
  const sealed = await reseal(op, { refusal: { status: 0, reason } })
  await change(row.id, ({ state }) => state === "saved" ? { state: "needs-you", sealed } : undefined)
  tell({ refused: row.id, kind: op.kind })
}
