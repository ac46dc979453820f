// Where in a page something belongs that waits.

const path = address => new URL(address, location.href).pathname

/** @param {string} kind */
export const templateOf = kind => document.querySelector(`template[data-pending-for="${kind}"]`)

/** @param {{kind: string, id: string}} op @returns {HTMLElement | null} */
export const elementOf = ({ kind, id }) => document.getElementById(`${kind}-${id}`)

/** The element that a form named as the place of what it makes. @param {{kind: string, into: string}} op */
export function placeOf({ kind, into }) {
  const fallback = templateOf(kind)?.dataset.into
  return into && document.querySelector(into) || fallback && document.querySelector(fallback)
}

/** The form that made it, if it is on this page. @param {{kind: string, url: string}} op */
export const formOf = ({ kind, url }) => [...document.querySelectorAll(`form[data-outbox="${kind}"]`)]
  .find(form => !form.closest("[data-pending]") && path(form.getAttribute("action") ?? "") === path(url))

/**
 * Written here; or its list names the page it was written on; or it was sent to an address below this page's.
 * @param {object} op
 */
export function isHere(op) {
  const here = location.pathname
  if (templateOf(op.kind)?.dataset.instead !== undefined) return !!(placeOf(op) ?? formOf(op))
  if (path(op.page) === here || placeOf(op)?.dataset.place === path(op.page)) return true
  return !!templateOf(op.kind) && path(op.url).startsWith(`${here}/`)
}

/** Whether what arrived is to be found on this page. @param {object} op */
export const ledHere = ({ answer }) => !!answer?.location && path(answer.location) === location.pathname

/** Puts a waiting thing where it belongs. @param {HTMLElement} node @param {object} op */
export function putIn(node, op) {
  const place = placeOf(op)
  if (place && "instead" in templateOf(op.kind).dataset) return standIn(node, place, op)
  if (place) return place.append(node)
  const form = formOf(op)
  if (!form) return document.querySelector(".page__content").prepend(node)
  form.before(node)
  if ("once" in form.dataset) form.hidden = true
}

/** A changed thing stands where the unchanged stood; of several changes the last one shows. */
function standIn(node, place, { into }) {
  for (const old of document.querySelectorAll("[data-instead-of]"))
    if (old.dataset.insteadOf === into && old.dataset.pending !== "needs-you") old.hidden = true
  node.dataset.insteadOf = into
  const last = [...document.querySelectorAll(`[data-instead-of="${into}"]`)].at(-1) ?? place
  place.hidden = true
  last.after(node)
}

/** What was taken back gives its place free. @param {HTMLElement} node */
export function takeOut(node) {
  const { insteadOf } = node.dataset
  node.remove()
  const left = insteadOf && [...document.querySelectorAll(`[data-instead-of="${insteadOf}"]`)].at(-1)
  const shown = left || insteadOf && document.querySelector(insteadOf)
  if (shown) shown.hidden = false
  for (const form of document.querySelectorAll("form[data-outbox][hidden]")) form.hidden = false
}

/** What one does only once, like coming oneself, is not offered again while it waits. @param {object[]} ops */
export function offerOnce(ops) {
  for (const form of document.querySelectorAll("form[data-single]")) form.hidden = ops.some(op => isMadeBy(form, op))
}

/** The field that data-single names says for whom it is. */
function isMadeBy(form, { state, kind, url, fields }) {
  const whom = fields.find(([name]) => name === form.dataset.single)?.[1]
  const isOfForm = kind === form.dataset.outbox && path(url) === path(form.getAttribute("action"))
  return state !== "arrived" && isOfForm && whom === form.elements[form.dataset.single].value
}

/** Whether somebody has words in a field of it that are not sent. @param {ParentNode} place */
export const isTyped = place => [...place.querySelectorAll("textarea, input:not([type=hidden])")].some(field =>
  !field.closest("[hidden]") && (field.value !== field.defaultValue && field.type !== "file" || field.checked !== field.defaultChecked || field.files?.length))
