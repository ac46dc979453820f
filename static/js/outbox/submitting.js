// What somebody sends is safe on the disk first; then the form is emptied, and the thing is shown and sent.
import { fieldsOf, save } from "../../../service_worker/outbox/saving.js"
import { dropDraft } from "./drafts.js"
import { draw } from "./drawing.js"
import { labelsOf } from "./labels.js"
import { page } from "./page.js"
import { smaller } from "./photos.js"
import { NEW } from "./state.js"

const SHORT = 60

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} submitter
 */
export async function keeping(form, submitter) {
  if (!page.account) throw Error("It would be nobody's.")
  const words = wordsOf(form, submitter)
  const fields = await fieldsOf(dataOf(form, submitter))
  const id = await save(page.account, { ...words, fields: await smaller(fields) }, form.dataset.again)
  dropDraft(form)
  form.reset() // from here on it is safe: whatever fails now, the form is not sent a second time
  await draw(id, form).catch(console.error)
  setTimeout(() => draw(), NEW)
  sendWhenClosed().catch(() => {})
}

/** A fresh tag each time: one that failed before would be put off for longer and longer. */
async function sendWhenClosed() {
  const worker = await navigator.serviceWorker?.getRegistration()
  await worker?.sync?.register(`outbox-${Date.now()}`)
}

function wordsOf(form, submitter) {
  const { outbox: kind, into = "", title = "%s" } = form.dataset
  const url = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href)
  return {
    kind,
    into,
    url: url.pathname + url.search,
    page: location.pathname + location.search,
    title: title.replace("%s", () => firstWords(form)),
    labels: labelsOf(form),
  }
}

function firstWords(form) {
  const { title } = form.elements
  const typed = [...title ? [title] : [], ...form.querySelectorAll("input[type=text], textarea")].map(({ value }) => value.trim().replace(/\s+/g, " "))
  const words = typed.find(Boolean) ?? ""
  return words.length > SHORT ? `${words.slice(0, SHORT)}…` : words
}

/** Browsers before 2023 do not know the second argument of FormData. */
function dataOf(form, submitter) {
  const data = new FormData(form)
  if (submitter?.name) data.append(submitter.name, submitter.value)
  return data
}
