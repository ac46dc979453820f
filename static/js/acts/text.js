// What somebody has written, as text and as files.
import { word } from "./words.js"

/** @import {FileBytes, Operation} from "../../../service_worker/outbox/types.js" */

/**
 * The typed words with what they answer to, empty ones left out.
 * @param {Operation} op
 * @returns {[string, string][]}
 */
export const wordsOf = ({ fields, labels = {} }) => fields.flatMap(([name, value]) =>
  name in labels && typeof value === "string" && value.trim() ? [[labels[name][0] || word("text"), value]] : [])

/** All in one, to be put somewhere else. @param {Operation} op */
export function textOf(op) {
  const words = wordsOf(op)
  if (words.length === 1) return words[0][1]
  return words.map(([label, text]) => `${label}\n${text}`).join("\n\n") || op.title
}

/** @param {Operation} op @returns {FileBytes[]} */
export const filesOf = ({ fields }) => fields.flatMap(([, value]) => typeof value === "string" ? [] : [value])

/** @param {FileBytes} file */
export const asBlob = ({ bytes, type }) => new Blob([bytes], { type })

/** The words as paragraphs; a single text needs no label. @param {Operation} op */
export function paragraphs(op) {
  const words = wordsOf(op)
  const drawn = document.createDocumentFragment()
  for (const [label, text] of words) {
    const heading = document.createElement("p")
    heading.className = "soft"
    heading.textContent = label
    const body = document.createElement("p")
    body.className = "prose prose--typed"
    body.textContent = text
    drawn.append(...words.length > 1 ? [heading] : [], body)
  }
  return drawn
}
