// What was typed and not sent: without a network the form stays where it is, and nobody leaves the page by mistake.
import { prepared, stand } from "./refusals.js"

const unsent = new Set()

document.addEventListener("input", ({ target }) => {
  const form = target.closest("form[data-outbox]")
  if (form) changed(() => unsent.add(form))
})

// After the questions and htmx, which both stop a submit that they take care of.
window.addEventListener("submit", event => {
  const form = event.target
  if (!event.defaultPrevented && form.method === "post" && !navigator.onLine) {
    event.preventDefault()
    stand(form, prepared("no-network"), event.submitter)
    return
  }
  changed(() => unsent.delete(form))
})

document.addEventListener("reset", ({ target }) => changed(() => unsent.delete(target)))

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  const form = ctx?.sourceElement.closest("form[data-outbox]")
  if (form) changed(() => unsent.add(form))
})

// Only while something is typed: a page that listens all the time is loaded anew by Back.
function changed(change) {
  change()
  if (unsent.size) window.addEventListener("beforeunload", ask)
  else window.removeEventListener("beforeunload", ask)
}

function ask(event) {
  for (const form of unsent) if (form.isConnected && hasWords(form)) event.preventDefault()
}

function hasWords(form) {
  return [...form.querySelectorAll("textarea")].some(field => field.value.trim() && field.value !== field.defaultValue)
}
