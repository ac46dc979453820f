// data-confirm="…" on a form or its button: asks before something is lost; data-confirm-yes and data-confirm-no name the answers.
const answered = new WeakSet()

document.addEventListener("submit", event => {
  const form = event.target
  const asker = event.submitter?.dataset.confirm ? event.submitter : form
  const dialog = document.getElementById("ask")
  if (!asker.dataset.confirm || !dialog?.showModal || answered.delete(form)) return

  event.preventDefault()
  event.stopImmediatePropagation()
  ask(dialog, asker.dataset).then(yes => {
    if (!yes) return
    answered.add(form)
    form.requestSubmit(event.submitter)
  })
}, { capture: true })

function ask(dialog, { confirm, confirmYes, confirmNo }) {
  const [no, yes] = dialog.querySelectorAll("button")
  dialog.querySelector("p").textContent = confirm
  if (confirmYes) yes.textContent = confirmYes
  if (confirmNo) no.textContent = confirmNo
  dialog.returnValue = "no"
  dialog.showModal()
  return new Promise(resolve =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }))
}
