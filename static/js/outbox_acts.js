// What one can do with something that waits, on /outbox and wherever it is shown: [data-act] inside [data-operation].
import { drain } from "../../service_worker/outbox/engine.js"
import { change, rowsOf } from "../../service_worker/outbox/store.js"
import { unseal } from "../../service_worker/outbox/sealing.js"
import { opened } from "./acts/asking.js"
import { discard } from "./acts/discarding.js"
import { edit, leave, onTheirVersion } from "./acts/editing.js"
import { follow } from "./acts/following.js"
import { toMerged, toTeam } from "./acts/handing_on.js"
import { copy, saveFile } from "./acts/keeping.js"
import { replace } from "./acts/replacing.js"
import { bringWords, word } from "./acts/words.js"

/** @import {Operation} from "../../service_worker/outbox/types.js" */

/** @type {Record<string, (op: Operation, place: HTMLElement) => Promise<string | void>>} each returns what is to be said */
const acts = {
  copy,
  discard,
  letter: async (op, place) => follow(await toTeam(op), words => write(now(place), words)),
  insert: async (op, place) => follow(await toMerged(op), words => write(now(place), words)),
  edit: (op, place) => edit(op, () => panelOf(now(place)), words => say(now(place), words)),
  leave: (op, place) => leave(op, place.querySelector("[data-editing]")),
  "save-file": op => saveFile([op]),
  async "take-theirs"(op, place) {
    place.querySelector("textarea").value = op.refusal.theirs
  },
  async resend(op) {
    await replace(op, { fields: onTheirVersion(op, op.fields) })
    return word("changed")
  },
  async send({ id }) {
    const isFree = await change(id, ({ state }) =>
      state === "saved" || state === "needs-you" ? { state: "saved", nextAt: 0, asked: false } : undefined)
    return word(isFree ? "sent-again" : "being-sent")
  },
}

/** @type {Record<string, (ops: Operation[]) => Promise<string | void>>} */
const actsOnAll = {
  "save-file": saveFile,
  async print() {
    for (const fold of document.querySelectorAll("#outbox details")) fold.open = true
    window.print()
  },
}

document.addEventListener("click", async ({ target }) => {
  const button = /** @type {HTMLElement} */ (target).closest("[data-act]")
  const place = button?.closest("[data-operation], [data-of]")
  const act = button && (place ? acts : actsOnAll)[button.dataset.act]
  if (!act) return
  try {
    await bringWords()
  } catch {
    return location.assign(`/outbox#operation-${idOf(place)}`)
  }
  button.disabled = true // a second tap waits for what the first one does
  await (place ? one(place, act) : all(act)).catch(() => say(place, word("full"))).finally(() => button.disabled = false)
})

/** @param {HTMLElement} place @param {(op: Operation, place: HTMLElement) => Promise<string | void>} act */
async function one(place, act) {
  const op = await opened(idOf(place))
  if (!op) return
  say(now(place), await act(op, place) ?? "")
  drain(op.account, { eager: true })
}

/** The same thing, if it was drawn anew meanwhile. @param {HTMLElement} place @returns {HTMLElement} */
const now = place => place.isConnected ? place : document.querySelector(`[data-operation="${idOf(place)}"]`) ?? place

/** @param {HTMLElement} place */
const idOf = ({ dataset }) => dataset.operation ?? dataset.of

/** @param {(ops: Operation[]) => Promise<string | void>} act */
async function all(act) {
  const rows = await rowsOf(document.getElementById("outbox").dataset.account)
  const ops = await Promise.all(rows.filter(({ state }) => state !== "arrived").map(unseal))
  say(null, await act(ops.filter(Boolean)) ?? "")
}

/** @param {HTMLElement} place */
const panelOf = place => place.querySelector("[data-slot=panel]") ?? place.appendChild(made("div", { slot: "panel" }))

/** Where the words can be heard: on /outbox in one line for all, else in the thing itself. @param {HTMLElement | null} place @param {string} words */
function say(place, words) {
  const line = write(place, words)
  if (words && !place?.isConnected) line.focus()
}

/** @param {HTMLElement | null} place @param {string} words @returns {HTMLElement} */
function write(place, words) {
  const line = document.getElementById("outbox-said") ?? place.querySelector("[data-said]") ?? place.appendChild(made("p", { said: "" }))
  line.setAttribute("role", "status")
  line.textContent = words
  return line
}

/** @param {string} tag @param {Record<string, string>} marks */
function made(tag, marks) {
  const element = document.createElement(tag)
  Object.assign(element.dataset, marks)
  return element
}
