// What has arrived stays listed for a while: word, place and title; its text has gone to the server.
import { seal, unseal } from "./sealing.js"
import { change, row, rowsOf } from "./store.js"

const LISTED = 90 * 24 * 3_600_000

/**
 * To be called when a page that shows the arrived thing has been kept, or none is kept of its place: from then on the
 * pending copy is not needed any more.
 * @param {string} id
 */
export async function settle(id) {
  const found = await row(id)
  const op = found?.state === "arrived" && !found.settled && await unseal(found)
  if (!op || !op.answer) return
  const { account, kind, page, title, answer: { receipt_code, location, at, notes } } = op
  const words = { kind, url: "", page, into: "", title, fields: [], answer: { receipt_code, location, at, notes, html: "" } }
  const sealed = await seal(account, words)
  await change(id, () => ({ settled: true, sealed }))
}

/** Forgets what arrived long ago. @param {string} account */
export async function tidy(account) {
  for (const { id, state, savedAt } of await rowsOf(account))
    if (state === "arrived" && savedAt < Date.now() - LISTED) await change(id, () => null)
}
