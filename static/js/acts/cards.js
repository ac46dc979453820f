// The cards of /outbox: what needs a decision, what waits, what has arrived.
import { spoken } from "../../../service_worker/outbox/ids.js"
import { isWaiting } from "../../../service_worker/outbox/lanes.js"
import { isFinal } from "../outbox/deciding.js"
import { mergedInto } from "./handing_on.js"
import { filesOf, paragraphs, wordsOf } from "./text.js"
import { moment } from "../moments.js"
import { called, fill, piece, word } from "./words.js"

/** @import {Operation} from "../../../service_worker/outbox/types.js" */
/** @typedef {{ops: Operation[], slow: Set<string>}} Around */

const GONE = [404, 410]

/** @param {Operation} op @param {Around} around */
export function card(op, around) {
  const needs = op.state === "needs-you"
  const theirs = needs && op.refusal?.theirs
  const drawn = fill(piece("outbox-card"), {
    state: stateWords(op, around),
    title: called("kind", op),
    reason: needs && reasonOf(op, around),
    facts: factsOf(op),
    "their-text": theirs || " ",
    "my-text": theirs ? paragraphs(op) : " ",
    text: !theirs && wordsOf(op).length > 0 && paragraphs(op),
  })
  drawn.querySelector("[data-slot=state]").classList.add(`state--${needs ? "needs" : op.state}`)
  drawn.querySelector("h3 a").href = op.page
  if (!theirs) drawn.querySelector("[data-slot=theirs]").remove()
  shapeFold(drawn, needs)
  keepActs(drawn, actsFor(op, around))
  return named(drawn, op)
}

/** @param {Operation} op */
export function slip(op) {
  const { receipt_code, location, at, notes = [] } = op.answer
  const code = receipt_code || spoken(op.id)
  const drawn = fill(piece("outbox-slip"), {
    title: called("kind", op),
    facts: [word("written", { when: moment(op.savedAt) }), word("arrived", { when: moment(at) })].join(" · "),
    notes: notes.filter(words => !words.includes(code)).join(" "),
    code,
  })
  drawn.querySelector("a").href = location || op.page
  return named(drawn, op)
}

/** @param {HTMLElement} drawn @param {Operation} op */
function named(drawn, { id, kind, state, account }) {
  drawn.id = `operation-${id}`
  drawn.dataset.operation = id
  drawn.dataset.kind = kind
  drawn.dataset.account = account
  if (state !== "arrived") drawn.dataset.pending = state
  const title = drawn.querySelector("h3")
  title.id = `title-${id}`
  drawn.setAttribute("aria-labelledby", title.id)
  return drawn
}

/** What needs a decision is read at once; of what waits the words are folded. @param {HTMLElement} drawn @param {boolean} open */
function shapeFold(drawn, open) {
  const fold = /** @type {HTMLDetailsElement} */ (drawn.querySelector("[data-slot=fold]"))
  if (!fold.querySelector("[data-slot=text]")) fold.remove()
  else if (open) fold.replaceWith(fold.querySelector("[data-slot=text]"))
}

/** @param {Operation} op @param {Around} around */
function stateWords(op, { ops, slow }) {
  if (op.state === "needs-you") return word("state-needs")
  if (op.state === "sending") return word(slow.has(op.id) ? "state-slow" : "state-sending")
  const before = ops.find(({ id, state }) => id === op.after && state !== "arrived")
  return before ? word("state-after", { thing: called("mine", before) }) : word("state-saved")
}

/** @param {Operation} op @param {Around} around */
function reasonOf(op, around) {
  const next = followUp(op, around)
  if (next) return word(`${next.kind === "letter" ? "to-team" : "to-need"}${isLeaving(next) ? "-now" : ""}`)
  const merged = mergedInto(op)
  if (merged) return word("merged", merged)
  const { status, reason = "", fields = {} } = op.refusal ?? {}
  return GONE.includes(status) && word(`gone-${op.url.split("/")[1]}`) || reason || Object.values(fields).join(" ")
}

/** What takes this one's words elsewhere. @param {Operation} op @param {Around} around */
const followUp = (op, { ops }) => ops.find(other => other.closes === op.id && other.state !== "arrived")

/** @param {Operation} op */
const isLeaving = ({ state, attempts }) => state === "sending" || navigator.onLine && !attempts

/** @param {Operation} op */
function factsOf(op) {
  const files = filesOf(op)
  const octets = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  return [
    files.length > 0 && word("photos", { n: files.length }),
    word("written", { when: moment(op.savedAt) }),
    octets > 0 && `${Math.max(1, Math.round(octets / 1000)).toLocaleString()} kB`,
    isWaiting(op) && op.unknown && navigator.onLine && word("unknown"),
  ].filter(Boolean).join(" · ")
}

/** @param {Operation} op @param {Around} around @returns {string[]} */
function actsFor(op, around) {
  const needs = op.state === "needs-you"
  const hasWords = wordsOf(op).length > 0
  const hasMore = hasWords || filesOf(op).length > 0
  if (needs && followUp(op, around)) return hasWords ? ["copy"] : []
  const toTeam = needs && hasWords && op.kind !== "letter" && "letter"
  const first = !needs ? [] : mergedInto(op) ? ["insert"] : op.refusal?.theirs ? ["resend"] : isFinal(op) ? [toTeam] : []
  return [...new Set([...first, hasMore ? "edit" : needs && "send", toTeam, hasWords && "copy", "discard"])]
    .filter(act => typeof act === "string")
}

/** The first button of what needs a decision is the filled one. @param {HTMLElement} drawn @param {string[]} wanted */
function keepActs(drawn, wanted) {
  const decides = drawn.querySelector(".state--needs")
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (drawn.querySelectorAll("[data-slot=acts] [data-act]"))) {
    const { act } = button.dataset
    button.classList.toggle("button--filled", !!decides && act === wanted[0] && act !== "discard")
    button.classList.toggle("button--quiet", act !== "discard" && !(decides && act === wanted[0]))
    button.classList.toggle("buttons__apart", act === "discard")
    if (!wanted.includes(act)) button.remove()
    else if (act === wanted[0]) button.parentElement.prepend(button)
  }
}
