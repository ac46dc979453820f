// A text that was refused goes somewhere else: to the project team, or to what it was merged with. It stays here until
// it has arrived there.
import { reseal, tell } from "../../../service_worker/outbox/engine.js"
import { save } from "../../../service_worker/outbox/saving.js"
import { change } from "../../../service_worker/outbox/store.js"
import { filesOf, textOf } from "./text.js"
import { word } from "./words.js"

/** @import {Operation, Words} from "../../../service_worker/outbox/types.js" */

/** @import {Way} from "./following.js" */

/** @param {Operation} op @returns {Promise<{id: string, way: Way}>} */
export async function toTeam(op) {
  const reason = op.refusal?.reason ?? ""
  const fields = [["about", op.id], ["address", op.page || op.url], ["reason", reason], ["text", textOf(op)]]
  const id = await handOn(op, { kind: "letter", url: "/outbox/letters", page: op.page, title: op.title, fields, name: "text" })
  return { id, way: "to-team" }
}

/** @param {Operation} op @returns {Promise<{id: string, way: Way}>} */
export async function toMerged(op) {
  const { path, title } = mergedInto(op)
  const fields = [["body", textOf(op)]]
  const id = await handOn(op, { kind: "answer", url: `${path}/answers`, page: path, title, fields, name: "body" })
  return { id, way: "to-need" }
}

/** Where a refusal says that the need went. @param {Operation} op */
export function mergedInto({ refusal }) {
  const link = parsed(refusal?.html).querySelector("a[data-merged]")
  return link && { path: link.getAttribute("href"), title: link.textContent }
}

/** The version to write on, where somebody else wrote first. @param {Operation} op */
export const versionOf = ({ refusal }) => parsed(refusal?.html).querySelector("[name=version]")?.getAttribute("value")

/** @param {string} [html] */
const parsed = (html = "") => new DOMParser().parseFromString(html, "text/html")

/** @param {Operation} op @param {any} words @returns {Promise<string>} the new id */
async function handOn(op, { name, ...words }) {
  const files = filesOf(op).length
  /** @type {Words} */
  const letter = { into: "", labels: { [name]: [word("text"), "area"] }, ...words, closes: files ? undefined : op.id }
  const id = await save(op.account, letter)
  await change(id, () => ({ after: "" })) // it names the refused one, and does not wait for it
  if (!files) return id
  const sealed = await reseal(op, { refusal: { status: 0, reason: word("photos-stay") } })
  await change(op.id, ({ state }) => state === "needs-you" ? { sealed } : undefined)
  tell({ refused: op.id, kind: op.kind })
  return id
}
