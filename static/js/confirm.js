// data-confirm="…" on a form or its button: asks before something is lost; data-confirm-yes and data-confirm-no name the answers.
import { ask } from "./ask.js"

const answered = new WeakSet()

/** Nobody is asked twice. @param {HTMLFormElement} form */
export function agreed(form) {
  answered.add(form)
  return form
}

// On window, imported before the outbox, which listens there too.
window.addEventListener("submit", event => {
  const form = event.target
  const asker = event.submitter?.dataset.confirm ? event.submitter : form
  if (!asker.dataset.confirm || !window.HTMLDialogElement || answered.delete(form)) return

  event.preventDefault()
  event.stopImmediatePropagation()
  ask(asker.dataset).then(yes => {
    if (!yes) return
    agreed(form)
    form.requestSubmit(event.submitter)
  })
}, { capture: true })
