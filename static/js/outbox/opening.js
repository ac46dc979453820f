// data-form="<id of a template>" on a link: the form comes into the place of the thing around the link, without a
// network too. data-close in it puts the thing back.
import { bringDrafts } from "./drafts.js"
import { page } from "./page.js"

window.addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target.closest("[data-form], [data-close]")
  const act = link && (link.dataset.form ? opened : closed)(link)
  if (act) event.preventDefault()
})

/** @param {HTMLElement} link */
function opened(link) {
  const thing = link.closest("[id]")
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(link.dataset.form))
  const form = /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true))
  form.dataset.opened = thing.id
  thing.hidden = true
  thing.after(form)
  page.process(form)
  bringDrafts().catch(() => {})
  form.querySelector("textarea").focus()
  return true
}

/** @param {HTMLElement} link */
function closed(link) {
  const form = link.closest("form")
  const thing = document.getElementById(form.dataset.opened)
  if (!thing) return false
  thing.hidden = false
  form.remove()
  thing.focus()
  return true
}
