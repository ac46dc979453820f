// Words and pieces of the outbox. They stand on the page /outbox, which lies on every device; other pages fetch them there.

import { partOf } from "../../../service_worker/asking.js"

/** @type {Document} */
let source = document

/** To be awaited before anything is drawn; rejects where the words cannot be had. */
export async function bringWords() {
  if (source.getElementById("outbox-page-words")) return
  source = new DOMParser().parseFromString(await partOf("/outbox"), "text/html")
  if (!source.getElementById("outbox-page-words")) throw new Error("no words")
}

/**
 * A sentence; what stands in braces is put in, and `n: 1` asks for the singular.
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function word(name, values = {}) {
  const words = source.getElementById("outbox-page-words").content
  const found = values.n === 1 && words.querySelector(`[data-word="${name}-one"]`) || words.querySelector(`[data-word="${name}"]`)
  return found ? found.textContent.replace(/\{(\w+)\}/g, (_all, key) => String(values[key] ?? "")) : ""
}

/**
 * What a thing that waits is called.
 * @param {"kind" | "mine"} form
 * @param {{kind: string, title: string}} op
 */
export const called = (form, { kind, title }) => word(`${form}-${kind}`, { title }) || word(`${form}-any`, { title })

/** A copy of one of the pieces. @param {string} id @returns {HTMLElement} */
export const piece = id => /** @type {HTMLElement} */ (
  document.importNode(source.getElementById(id).content.firstElementChild, true))

/**
 * Puts words into the slots of a piece; a slot without words is taken out.
 * @param {HTMLElement} element
 * @param {Record<string, string | Node | undefined | false>} slots
 */
export function fill(element, slots) {
  for (const [name, content] of Object.entries(slots)) {
    const slot = element.querySelector(`[data-slot="${name}"]`)
    if (content) slot.replaceChildren(content)
    else slot.remove()
  }
  return element
}
