// Shows what waits in its place in the page. Drawing again changes nothing; an element that is there already has arrived.
import { arrive, receive } from "./arriving.js"
import { unseal } from "../../../service_worker/outbox/sealing.js"
import { known, rowsOf } from "../../../service_worker/outbox/store.js"
import { page } from "./page.js"
import { elementOf, isHere, ledHere, offerOnce, placeOf, putIn, takeOut, templateOf } from "./places.js"
import { fill } from "./filling.js"
import { say } from "./state.js"
import { copyOf } from "./words.js"

/** @type {Promise<void> | undefined} */
let drawing
let again = false

/** @returns {Promise<void>} */
export function draw(id, form) {
  again = true
  drawing ??= redraw().finally(() => drawing = undefined)
  return id ? drawing.then(() => lead(id, form)) : drawing
}

async function redraw() {
  while (again) {
    again = false
    await drawAll()
  }
}

async function drawAll() {
  const shown = new Set([...document.querySelectorAll("[data-pending]")].map(({ dataset }) => dataset.operation))
  const kept = await rowsOf(page.account).catch(() => null)
  if (!kept) return // a device that keeps nothing shows nothing
  const rows = kept.filter(({ id, settled }) => !settled || shown.has(id))
  const ops = (await Promise.all(rows.map(row => unseal(row)))).filter(Boolean)
  const waiting = new Set(ops.map(({ id }) => id))
  for (const node of document.querySelectorAll("[data-pending]")) if (!waiting.has(node.dataset.operation)) takeOut(node)
  const moment = { ops, trouble: (await known("trouble"))?.what, redraw: () => draw() }
  for (const op of ops) drawOne(op, moment)
  offerOnce(ops)
}

/** What this or another page has just heard. @param {any} news */
export function told({ arrived: id, kind, page, into, answer }) {
  const node = id && elementOf({ kind, id })
  if (node?.dataset.pending) arrive({ id, kind, page, into, answer }, node)
  draw()
}

function drawOne(op, moment) {
  const found = elementOf(op)
  if (op.state === "arrived") return arrived(op, found)
  if (!found && !isHere(op) || found && !found.dataset.pending) return
  const node = found ?? made(op)
  if (!found) putIn(node, op)
  say(node, op, moment)
}

function arrived(op, found) {
  if (found?.dataset.pending) return arrive(op, found)
  if (found || isHere(op) || ledHere(op)) receive(op, found)
}

/** @param {object} op */
function made(op) {
  const { kind, id } = op
  const node = copyOf(`template[data-pending-for="${kind}"]`) ?? copyOf("#pending")
  if (!node.querySelector("[data-pending-state]")) (node.querySelector("[data-pending-here]") ?? node).append(copyOf("#pending-state"))
  fill(node, op)
  node.id = `${kind}-${id}`
  node.dataset.operation = id
  node.tabIndex = -1
  page.process(node)
  return node
}

/** The eyes and the reading voice follow what was just written, unless somebody is writing on. */
function lead(id, form) {
  const node = [...document.querySelectorAll("[data-operation]")].find(({ dataset }) => dataset.operation === id)
  if (!node) return
  if ("opened" in form.dataset) form.remove()
  else if (!placeOf({ kind: form.dataset.outbox, into: form.dataset.into })) form.hidden = true
  if (!isWriting()) node.focus()
}

const isWriting = () => document.activeElement.matches("textarea, input, select") && document.activeElement.value
