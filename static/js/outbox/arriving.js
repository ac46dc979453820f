// What has arrived takes the place of what waited, with its receipt word.
import { settle } from "../../../service_worker/outbox/arrived.js"
import { page } from "./page.js"
import { elementOf, isTyped, placeOf, takeOut } from "./places.js"
import { copyOf, words } from "./words.js"
import { clock } from "../moments.js"

const LONG = 15_000
const NOT_YET = ["network", "slow", "portal"]
const settling = new Set()

/** A thing that this page shows as waiting. @param {object} op @param {HTMLElement} node */
export function arrive(op, node) {
  if (settling.has(op.id)) return
  if (isElsewhere(op) && !isTyped(document.querySelector("main"))) return lead(op, node)
  const hadFocus = node.contains(document.activeElement)
  const { own, others } = swap(op, node)
  const shown = own ?? others[0]
  if (!own) takeOut(node)
  if (hadFocus) shown?.focus()
  finish(op, shown)
}

/** What it made has a page of its own. @param {object} op */
const isElsewhere = op => !placeOf(op) && new URL(op.answer.location, location.href).pathname !== location.pathname

/** A thing that arrived when this page did not look. @param {object} op @param {HTMLElement | null} found */
export function receive(op, found) {
  if (settling.has(op.id)) return
  const { own, others } = found ? { own: found, others: [] } : swap(op, null)
  finish(op, own ?? others[0])
}

/** @param {object} op @param {HTMLElement | null} node */
function swap(op, node) {
  const parts = [...new DOMParser().parseFromString(op.answer.html, "text/html").body.children]
  const own = parts.find(({ id }) => id === `${op.kind}-${op.id}`)
  const others = parts.filter(part => part !== own && part.id && replace(document.getElementById(part.id), part))
  if (own) node ? replace(node, own) : placeOf(op)?.append(own)
  return { own: own?.isConnected ? own : null, others }
}

function replace(old, fresh) {
  if (!old || isTyped(old)) return false
  old.replaceWith(fresh)
  page.process(fresh)
  return true
}

/** From now on the page says it, and this device needs no copy of it. */
function finish(op, shown) {
  if (settling.has(op.id)) return
  settling.add(op.id)
  tell(op, shown)
  keepAnew(op.page).then(() => settle(op.id)).catch(() => settling.delete(op.id))
}

/** The receipt stands below the thing; where the page cannot show it, with the way there. */
function tell(op, shown) {
  page.written()
  if (document.querySelector(`[data-receipt="${op.id}"]`)) return
  const notice = receipt(op)
  if (shown) shown.after(notice)
  else document.querySelector(".page__content").prepend(notice)
  const link = notice.querySelector("a")
  link.href = op.answer.location
  if (link.pathname === location.pathname) link.remove()
}

function receipt({ id, answer }) {
  const { at, receipt_code: code, notes = [] } = answer
  const notice = copyOf("#arrived")
  notice.dataset.receipt = id
  notice.querySelector("p").textContent = words("arrived", { clock: clock(at), code })
  for (const words of notes.filter(words => !words.includes(code))) {
    const line = document.createElement("p")
    line.textContent = words
    notice.append(line)
  }
  return notice
}

/** To the page that it has made; that page tells the receipt once more, and settles it. */
function lead(op, node) {
  settling.add(op.id)
  takeOut(node)
  tell(op)
  location.assign(op.answer.location)
}

/** The page that this device keeps of its place shows it too, from now on. @param {string} address */
async function keepAnew(address) {
  const worker = page.device === "mine" && navigator.serviceWorker?.controller
  if (!worker) return
  const { port1, port2 } = new MessageChannel()
  const state = await new Promise(resolve => {
    setTimeout(resolve, LONG, "slow")
    port1.onmessage = ({ data }) => resolve(data.state)
    worker.postMessage({ refresh: address }, [port2])
  })
  if (NOT_YET.includes(state)) throw Error(state)
}
