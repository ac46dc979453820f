// Taking words elsewhere without anybody's help: to the clipboard, or as one file that opens in every browser.
import { asBlob, filesOf, paragraphs, textOf } from "./text.js"
import { language, moment } from "../moments.js"
import { called, word } from "./words.js"

/** @import {FileBytes, Operation} from "../../../service_worker/outbox/types.js" */

/** @param {Operation} op @param {HTMLElement} place @returns {Promise<string>} what is to be said */
export async function copy(op, place) {
  try {
    await navigator.clipboard.writeText(textOf(op))
    return word("copied")
  } catch {
    mark(place)
    return word("not-copied")
  }
}

/** Where the clipboard is closed to us, the words are marked at least. @param {HTMLElement} place */
function mark(place) {
  const fold = place.querySelector("details")
  if (fold) fold.open = true
  getSelection()?.selectAllChildren(place.querySelector("[data-slot=text], [data-slot=my-text]") ?? place)
}

/** @param {Operation[]} ops @returns {Promise<string>} what is to be said */
export async function saveFile(ops) {
  const page = document.implementation.createHTMLDocument(`Neighbour ${new Date().toLocaleDateString(language())}`)
  page.documentElement.lang = language()
  const charset = page.createElement("meta")
  charset.setAttribute("charset", "utf-8")
  page.head.prepend(charset)
  const heading = page.createElement("h1")
  heading.textContent = page.title
  page.body.append(heading)
  for (const op of ops) page.body.append(...await section(op, page))
  download(`<!doctype html>${page.documentElement.outerHTML}`, "text/html", `neighbour-${new Date().toISOString().slice(0, 10)}.html`)
  return word("saved-file")
}

/** @param {Operation} op @param {Document} page */
async function section(op, page) {
  const title = page.createElement("h2")
  title.textContent = called("kind", op)
  const written = page.createElement("p")
  written.textContent = [word("written", { when: moment(op.savedAt) }), op.refusal?.reason].filter(Boolean).join(" · ")
  const words = page.createElement("div")
  words.style.whiteSpace = "pre-wrap"
  words.append(paragraphs(op))
  return [title, written, words, ...await Promise.all(filesOf(op).map(file => inside(file, page)))]
}

/** A photo stands in the page itself, anything else as a link. @param {FileBytes} file @param {Document} page */
async function inside(file, page) {
  const address = await new Promise(resolve => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result)
    reader.readAsDataURL(asBlob(file))
  })
  const isPhoto = file.type.startsWith("image/")
  const element = page.createElement(isPhoto ? "img" : "a")
  element.setAttribute(isPhoto ? "src" : "href", address)
  if (isPhoto) element.setAttribute("width", "600")
  else element.setAttribute("download", file.name)
  element.setAttribute("title", file.name)
  if (!isPhoto) element.textContent = file.name
  return element
}

/** @param {string} text @param {string} type @param {string} name */
export function download(text, type, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
