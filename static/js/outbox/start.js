// The part of the outbox that every page has: the number that waits, and the door to the rest.
import htmx from "htmx.org"
import { agreed } from "../confirm.js"
import { mine } from "../person.js"
import { prepared, stand } from "../refusals.js"
import { ping } from "../../../service_worker/asking.js"
import { isWaiting } from "../../../service_worker/outbox/lanes.js"
import { hear } from "../../../service_worker/outbox/news.js"
import { known, rowsOf } from "../../../service_worker/outbox/store.js"

const plain = new WeakSet()
let loaded

/** Engine, saving and drawing; a page loads them when it needs them. @returns {Promise<typeof import("./begin.js")>} */
const outbox = () => loaded ??= Promise.all([import(document.body.dataset.outbox), mine])
  .then(([{ begin }]) => begin(node => htmx.process(node), written))
  .catch(error => {
    loaded = undefined
    throw error
  })

/** The page has changed since it was loaded: Back fetches what was written. */
const written = () => history.replaceState({ ...history.state, htmx: true, written: true }, "")

async function show() {
  if (!await mine) return
  const { account } = document.querySelector("main").dataset
  const rows = account ? await rowsOf(account) : []
  const number = rows.filter(row => isWaiting(row) || row.state === "needs-you").length
  for (const chip of document.querySelectorAll("[data-outbox-count]")) {
    chip.textContent = number || ""
    chip.dataset.word = chip.dataset[number === 1 ? "wordOne" : "wordMany"]
  }
  if (account && (isWriting() || rows.some(({ settled }) => !settled) || !await known(`key-${account}`))) await outbox()
}

// A form with data-outbox is safe on this device before anything is sent; with or without a network it is the same way.
// On window, so before htmx; after the questions, which are asked there too and imported first.
window.addEventListener("submit", event => {
  const { target: form, submitter } = event
  if (!form.dataset.outbox || plain.delete(form)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (form.inert) return // a second tap
  form.inert = true
  outbox().then(({ keep }) => keep(form, submitter)).catch(() => sendPlainly(form, submitter)).finally(() => form.inert = false)
}, { capture: true })

/** The device could not keep it: it goes as forms have always gone, if there is a way. */
async function sendPlainly(form, submitter) {
  if (!await ping()) return stand(form, prepared("no-network"), submitter).focus()
  form.inert = false
  plain.add(agreed(form))
  form.requestSubmit(submitter)
}

const isWriting = () => document.querySelector("form[data-outbox], [data-form], [data-outbox-now]")
const refresh = () => show().catch(() => {}) // a device that keeps nothing has nothing to show

if (isWriting()) outbox().catch(() => {}) // before anything is asked: the network may be gone in a moment
refresh()
hear(refresh)
document.addEventListener("htmx:after:swap", refresh)
