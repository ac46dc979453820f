// Puts the words of an operation into its template.
import { moment } from "../moments.js"

const NOBODY = "00000000-0000-0000-0000-000000000000"

/** @param {HTMLElement} node @param {object} op */
export function fill(node, { id, fields, title, savedAt }) {
  for (const element of [node, ...node.querySelectorAll("*")])
    for (const { name, value } of element.attributes)
      if (value.includes(NOBODY)) element.setAttribute(name, value.replaceAll(NOBODY, id))
  for (const time of node.querySelectorAll("time")) {
    time.dateTime = new Date(savedAt).toISOString()
    time.textContent = moment(savedAt)
  }
  for (const place of node.querySelectorAll("[data-title]")) place.textContent = title
  for (const [name, value] of fields) put(node, name, value)
}

function put(node, name, value) {
  const place = node.querySelector(`[data-field="${CSS.escape(name)}"]`)
  if (!value.bytes) return place?.replaceChildren(value)
  const list = place ?? node.querySelector("[data-pending-files]")
  list?.append(value.type.startsWith("image/") ? picture(value) : named(value))
}

function picture({ name, type, bytes }) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([bytes], { type }))
  image.alt = name
  image.className = "upload__photo"
  return image
}

function named({ name }) {
  const line = document.createElement("p")
  line.textContent = name
  return line
}
