// /outbox: drawn from what lies on this device, with and without a network, and drawn anew whenever something happens.
import { drain, hear } from "../../service_worker/outbox/engine.js"
import { isWaiting } from "../../service_worker/outbox/lanes.js"
import { unseal } from "../../service_worker/outbox/sealing.js"
import { accounts, known, rowsOf, strangers } from "../../service_worker/outbox/store.js"
import { card, slip } from "./acts/cards.js"
import { calendar, networkCard } from "./acts/network.js"
import { word } from "./acts/words.js"
import "./outbox_acts.js"

/** @import {Operation} from "../../service_worker/outbox/types.js" */

const A_WHILE = 8_000
const MOST_ARRIVED = 50
const root = document.getElementById("outbox")

/** When each was first seen on its way. @type {Map<string, number>} */
const sendingSince = new Map()

/** Whose things are shown: of who is signed in, else of the guests whose keys never leave this device. */
async function whose() {
  const account = document.querySelector("main").dataset.account || (await known("session"))?.account
  if (account) return [account]
  const guests = (await accounts()).filter(tag => tag.startsWith("v"))
  const opened = await Promise.all(guests.map(tag => known(`key-${tag}`)))
  return guests.filter((_tag, at) => opened[at])
}

async function draw() {
  const mine = await whose()
  root.dataset.account = mine[0] ?? ""
  const rows = (await Promise.all(mine.map(rowsOf))).flat()
  const ops = (await Promise.all(rows.map(unseal))).filter(op => op !== undefined)
  const around = { ops, slow: slowOnes(ops) }
  const waiting = ops.filter(isWaiting)
  const needing = ops.filter(({ state }) => state === "needs-you")
  const arrived = ops.filter(({ state, answer }) => state === "arrived" && answer)
    .sort((one, other) => other.answer.at - one.answer.at).slice(0, MOST_ARRIVED)
  show("outbox-needs", needing.map(op => [op, () => card(op, around)]))
  show("outbox-waiting", waiting.map(op => [op, () => card(op, around)]))
  show("outbox-arrived", arrived.map(op => [op, () => slip(op)]))
  const locked = rows.length - ops.length
  part("outbox-empty").hidden = waiting.length + needing.length + locked > 0
  part("outbox-all").hidden = waiting.length + needing.length === 0
  await sayStrangers(mine[0] ?? "", locked)
  await showNetwork({ waiting: waiting.length, slow: around.slow.size > 0 })
  root.dataset.drawn = ""
}

/** @param {string} id */
const part = id => document.getElementById(id)

/**
 * Cards that stand as they should stay: somebody may be reading or typing there.
 * @param {string} id
 * @param {[Operation, () => HTMLElement][]} wanted
 */
function show(id, wanted) {
  const list = part(id).querySelector("[data-list]")
  const cards = wanted.map(([op, made]) => {
    const there = /** @type {HTMLElement | null} */ (list.querySelector(`#operation-${op.id}`))
    if (there?.querySelector("[data-editing]")) return there
    const fresh = made()
    const looks = fresh.outerHTML
    if (there && drawnAs.get(there) === looks) return there
    drawnAs.set(fresh, looks)
    if (there?.contains(document.activeElement)) queueMicrotask(() => fresh.focus())
    return fresh
  })
  if (cards.length !== list.children.length || cards.some((element, at) => element !== list.children[at])) list.replaceChildren(...cards)
  part(id).hidden = cards.length === 0
}

/** @type {WeakMap<Element, string>} */
const drawnAs = new WeakMap()

/** @param {Operation[]} ops */
function slowOnes(ops) {
  const sending = ops.filter(({ state }) => state === "sending").map(({ id }) => id)
  for (const id of sendingSince.keys()) if (!sending.includes(id)) sendingSince.delete(id)
  for (const id of sending) if (!sendingSince.has(id)) sendingSince.set(id, Date.now()) && setTimeout(drawSoon, A_WHILE + 50)
  return new Set(sending.filter(id => Date.now() - sendingSince.get(id) >= A_WHILE))
}

/** @param {string} account @param {number} locked of one's own */
async function sayStrangers(account, locked) {
  const n = await strangers(account)
  const words = [locked > 0 && word("mine-sealed"), n > 0 && word(account ? "strangers" : "sealed", { n })]
  part("outbox-strangers").textContent = words.filter(Boolean).join(" ")
  part("outbox-strangers").hidden = !words.some(Boolean)
}

/** @param {{waiting: number, slow: boolean}} now */
async function showNetwork(now) {
  const place = part("outbox-network")
  const drawn = await networkCard(now)
  const isSame = drawn ? place.firstElementChild?.isEqualNode(drawn) : !place.firstElementChild
  if (!isSame) place.replaceChildren(...drawn ? [drawn] : [])
}

let planned = 0

function drawSoon() {
  clearTimeout(planned)
  planned = setTimeout(draw, 50)
}

async function sendAll() {
  for (const account of await whose()) await drain(account, { eager: true })
  await draw()
}

root.addEventListener("click", ({ target }) => {
  const act = /** @type {HTMLElement} */ (target).closest("[data-act]")?.dataset.act
  if (act === "send-all") sendAll()
  if (act === "calendar") calendar()
})

hear(drawSoon)
for (const event of ["online", "offline", "pageshow"]) window.addEventListener(event, drawSoon)
document.addEventListener("visibilitychange", drawSoon)
draw().then(() => {
  if (location.hash) part(location.hash.slice(1))?.focus()
})
