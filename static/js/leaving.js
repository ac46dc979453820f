// Asked before somebody signs out while things of theirs wait on this device. Loaded by that tap.
import { drain } from "../../service_worker/outbox/engine.js"
import { unseal } from "../../service_worker/outbox/sealing.js"
import { change, know, known, rowsOf } from "../../service_worker/outbox/store.js"
import { textOf } from "./acts/text.js"

/** @import {Row} from "../../service_worker/outbox/types.js" */

const A_MOMENT = 300
const LONG = 30_000

/** @param {string} account @returns {Promise<boolean>} whether the sign-out goes on */
export async function mayLeave(account) {
  for (;;) {
    const rows = await waitingOf(account)
    if (!rows.length) return true
    const answer = await asked(rows.length, () => sendAll(account))
    if (answer !== "discard") return answer === "seal" || answer === "sent"
    if (await isSure(rows)) return discard(account, rows)
  }
}

/** @param {string} account */
const waitingOf = async account => (await rowsOf(account)).filter(({ state }) => state !== "arrived")

/**
 * @param {number} number
 * @param {() => Promise<number>} send how many are left
 * @returns {Promise<string>} what was chosen; „sent“ when nothing is left
 */
async function asked(number, send) {
  const dialog = dialogOf("leaving")
  const [count, , status] = dialog.querySelectorAll("p")
  tellNumber(count, number)
  status.hidden = true
  favour(dialog, navigator.onLine && !await known("practice") ? "send" : "seal")
  for (;;) {
    const answer = await answerOf(dialog)
    if (answer !== "send") return answer
    say(status, "sending")
    const left = await stayOpen(dialog, send)
    if (!left) return "sent"
    tellNumber(count, left)
    say(status, "still")
  }
}

/** What can be done now stands out, and comes with the key Enter. @param {HTMLDialogElement} dialog @param {string} value */
function favour(dialog, value) {
  for (const button of dialog.querySelectorAll("button:not(.button--danger)")) {
    button.autofocus = button.value === value
    button.classList.toggle("button--filled", button.value === value)
    button.classList.toggle("button--quiet", button.value !== value)
  }
}

/** While something is being sent the question stands there, and nothing can be pressed. @param {HTMLDialogElement} dialog @param {() => Promise<number>} work */
async function stayOpen(dialog, work) {
  dialog.showModal()
  dialog.inert = true
  const left = await work().finally(() => dialog.inert = false)
  dialog.close()
  await closed(dialog)
  return left
}

/** Another tab may be at it: then its end is waited for. @param {string} account @returns {Promise<number>} how many are left */
async function sendAll(account) {
  await drain(account, { eager: true })
  for (const end = Date.now() + LONG; Date.now() < end;) {
    const rows = await waitingOf(account)
    if (!rows.some(({ state }) => state === "sending")) return rows.length
    await new Promise(resolve => setTimeout(resolve, A_MOMENT))
  }
  return (await waitingOf(account)).length
}

/** @param {Row[]} rows */
async function isSure(rows) {
  const dialog = dialogOf("discarding")
  const [, status] = dialog.querySelectorAll("p")
  const field = dialog.querySelector("textarea")
  const ops = await Promise.all(rows.map(unseal))
  field.value = ops.flatMap(op => op ? [textOf(op)] : []).join("\n\n")
  field.hidden = status.hidden = true
  const copy = () => navigator.clipboard.writeText(field.value).then(() => say(status, "copied"), () => {
    say(status, "notCopied")
    field.hidden = false
    field.select()
  })
  dialog.querySelector("[value=copy]").onclick = () => copy().catch(() => {})
  const answer = await answerOf(dialog)
  field.value = ""
  return answer === "discard"
}

/** What is on its way at this moment stays, sealed. @param {string} account @param {Row[]} rows */
async function discard(account, rows) {
  await know(`drafts-${account}`, undefined)
  for (const { id } of rows) await change(id, ({ state }) => state === "sending" || state === "arrived" ? undefined : null)
  return true
}

/** @param {HTMLDialogElement} dialog @returns {Promise<string>} */
async function answerOf(dialog) {
  dialog.returnValue = "stay"
  dialog.showModal()
  await closed(dialog)
  return dialog.returnValue
}

/** The event comes later than the closing. @param {HTMLDialogElement} dialog */
const closed = dialog => new Promise(resolve => dialog.addEventListener("close", resolve, { once: true }))

/** @param {string} id */
const dialogOf = id => /** @type {HTMLDialogElement} */ (document.getElementById(id))

/** @param {HTMLElement} line @param {number} number */
function tellNumber(line, number) {
  line.textContent = (number === 1 ? line.dataset.one : line.dataset.many).replace("{number}", String(number))
}

/** @param {HTMLElement} line @param {string} name of its words */
function say(line, name) {
  line.hidden = false
  line.textContent = line.dataset[name]
}
