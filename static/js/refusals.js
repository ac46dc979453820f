// A refusal, or a lost network, stands above the fields of its form: what was written is never swapped away by it.
const KEEPS_WORDS = [409, 422] // answered with a form that carries the words on

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  for (const old of placeOf(ctx).querySelectorAll("[data-refusal]")) old.remove()
})

document.addEventListener("htmx:before:swap", event => {
  const { ctx } = event.detail
  if (ctx.response.status < 400) return
  const answer = new DOMParser().parseFromString(ctx.text, "text/html")
  if (KEEPS_WORDS.includes(ctx.response.status) && answer.querySelector("form")) return
  event.preventDefault()
  show(ctx, answer.querySelector("[role=alert]") ?? prepared("failed"))
})

// What a page looks up by itself while somebody types is not missed without a network.
document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (!ctx || ctx.text !== undefined) return
  const isAsked = ctx.request.method !== "GET" || /click|submit/.test(ctx.sourceEvent?.type)
  if (ctx.sourceElement.matches("form[method=get]") && navigator.serviceWorker?.controller) isAsked && search(ctx.sourceElement)
  else if (isAsked) show(ctx, prepared("no-network"))
})

/** The worker finds it on this device. @param {HTMLFormElement} form */
const search = form => location.assign(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`)

function placeOf({ sourceElement }) {
  return sourceElement.closest("form, article, p") ?? sourceElement.parentElement
}

export function prepared(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true)
}

function show(ctx, notice) {
  stand(placeOf(ctx), notice, ctx.request.submitter)
  if (ctx.request.method !== "GET") notice.focus()
}

// Puts a notice above the fields; it speaks of the button that was pressed.
export function stand(place, notice, submitter) {
  const pressed = submitter?.textContent.trim()
  for (const old of place.querySelectorAll("[data-refusal]")) old.remove()
  if (!place.querySelector("textarea"))
    for (const words of notice.querySelectorAll("[data-about-text]")) words.remove()
  for (const button of notice.querySelectorAll("[data-button]")) button.textContent = pressed || button.textContent
  notice.dataset.refusal = ""
  notice.tabIndex = -1
  place.prepend(notice)
  return notice
}
