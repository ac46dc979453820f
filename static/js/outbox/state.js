// What a waiting thing says of itself: one of the four states, in words.
import { isChangeable, isFinal } from "./deciding.js"
import { templateOf } from "./places.js"
import { words } from "./words.js"

const SLOW = 8000
/** Until then it may be gone at once. */
export const NEW = 3000
const SHAPES = { "needs-you": "needs" }
const since = new Map()

/**
 * @param {HTMLElement} node
 * @param {object} op
 * @param {{ops: object[], trouble?: string, redraw: () => void}} moment
 */
export function say(node, op, moment) {
  node.dataset.pending = op.state
  if (op.state === "sending") watch(op, moment.redraw)
  else since.delete(op.id)
  const state = node.querySelector("[data-pending-state]")
  state.className = `state state--${SHAPES[op.state] ?? op.state}`
  put(state, sentence(op, moment))
  put(node.querySelector("[data-pending-reason]"), reason(op))
  put(node.querySelector("[data-pending-theirs] p"), op.refusal?.theirs ?? "")
  showActs(node, op)
}

/** Says nothing twice to those who hear the page. */
function put(place, text) {
  if (!place || place.textContent === text) return
  place.textContent = text
  place.hidden = !text
}

function watch({ id }, redraw) {
  if (since.has(id)) return
  since.set(id, Date.now())
  setTimeout(redraw, SLOW)
}

function sentence(op, { ops, trouble }) {
  const first = ops.find(({ id, state }) => id === op.after && state !== "arrived")
  if (op.state === "needs-you") return words("needs-you")
  if (op.state === "sending") return words(Date.now() - since.get(op.id) < SLOW ? "sending" : "slow")
  if (trouble === "signed-out" || trouble === "portal") return words(trouble)
  if (first) return words("waits", { thing: named(first) })
  return words(op.unknown && navigator.onLine ? "unknown" : "saved")
}

/** „Ihr Thema ‚Schlüssel‘“, where the page has a template for it. */
const named = ({ kind, title }) => (templateOf(kind)?.dataset.named ?? "‚%s‘").replace("%s", () => title)

function reason({ state, refusal }) {
  if (state !== "needs-you" || !refusal) return ""
  return [...new Set([refusal.reason, ...Object.values(refusal.fields ?? {})])].filter(Boolean).join(" ")
}

/** What leaves at once needs no buttons. */
function showActs(node, op) {
  const { state, attempts, savedAt, refusal } = op
  const theirs = state === "needs-you" && !!refusal?.theirs
  node.querySelector("[data-pending-theirs]").hidden = !theirs
  const acts = node.querySelector("[data-pending-acts]")
  acts.hidden = state === "sending" || state === "saved" && !attempts && navigator.onLine && Date.now() < savedAt + NEW
  for (const act of node.querySelectorAll("[data-act]")) {
    if (act.dataset.when) act.hidden = act.dataset.when === "theirs" ? !theirs : act.dataset.when !== state
  }
  for (const act of acts.querySelectorAll("[data-act=edit], [data-act=copy]")) act.hidden = !isChangeable(op)
  putFirst(acts, acts.querySelector("[data-act=letter]"), isFinal(op))
}

/** The way out where no other words would help. */
function putFirst(acts, letter, isFirst) {
  letter.classList.toggle("button--filled", isFirst)
  letter.classList.toggle("button--quiet", !isFirst)
  if (isFirst && letter !== acts.firstElementChild) acts.prepend(letter)
}
