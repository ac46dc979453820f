// One part of the pack on its page: made once, filled anew whenever something changes, so that nobody's focus is lost.
import { missing } from "./device.js"
import { counted, size, word } from "./words.js"
import { moment } from "../moments.js"

/** @import {Part} from "../../../service_worker/pack/types.js" */
/** @import {Row} from "./device.js" */
/** @typedef {{count?: number, of?: number}} Progress of what is being fetched */

const OLD = 2 * 86_400_000
const MOST_NAMED = 5
const SHAPES = { complete: "arrived", incomplete: "saved", none: "plain", loading: "sending" }

/** @type {Map<string, HTMLElement>} */
const made = new Map()

/** @param {string} name @returns {HTMLElement} */
export function elementOf(name) {
  const there = made.get(name)
  if (there) return there
  const element = document.getElementById("pack-part").content.firstElementChild.cloneNode(true)
  element.dataset.pack = element.id = name
  made.set(name, element)
  return element
}

/** @param {Row} row @param {Progress | undefined} progress */
export async function fill({ name, title, href, size: octets, count, part }, progress) {
  const element = elementOf(name)
  const state = part?.state ?? "none"
  const shown = progress ? "loading" : state
  const field = one => element.querySelector(`[data-field="${one}"]`)
  element.dataset.state = state
  element.setAttribute("aria-busy", String(!!progress))
  field("state").className = `state state--${SHAPES[shown]}`
  field("state").hidden = shown === "none" // the heading above says it
  field("state").textContent = word(`state-${shown}`)
  field("title").textContent = title
  field("size").textContent = [counted("pages", count), fileWords(part), octets && word("about", { size: size(octets) })].filter(Boolean).join(" · ")
  field("open").href = href
  element.querySelector(".slip__stub").hidden = !part
  field("take").hidden = !!part || !!progress
  const gauge = field("gauge")
  gauge.hidden = !progress
  gauge.setAttribute("aria-label", title)
  if (progress?.of) Object.assign(gauge, { max: progress.of, value: progress.count })
  else gauge.removeAttribute("value")
  field("words").textContent = progress ? loading(progress) : part ? await standing(part) : ""
}

/** @param {Part | undefined} part */
const fileWords = part => part?.files.length ? counted("files", part.files.length) : ""

/** @param {Progress} progress */
function loading({ count = 0, of }) {
  if (!of) return word("begins")
  return count < of ? word("loading", { n: count, of }) : word("loading-files")
}

/** @param {Part} part */
async function standing(part) {
  const when = moment(part.at)
  if (part.state === "complete") return word(part.at < Date.now() - OLD ? "old" : "complete", { when })
  const { pages, files } = await missing(part)
  if (part.why) return pages.length ? word("full-pages", { n: pages.length }) : word("full-files")
  if (pages.length) return lacking(pages)
  if (files) return counted("missing-files", files)
  return word("old", { when })
}

/** „Es fehlen 3: Jitsi Meet, uMap, Zoom.“ @param {string[]} titles "" where a page has none of its own */
function lacking(titles) {
  const known = titles.filter(Boolean).slice(0, MOST_NAMED)
  const more = titles.length - known.length
  const names = known.join(", ") + (more ? ` ${word("missing-more", { n: more })}` : "")
  return known.length ? counted("missing", titles.length, { names }) : counted("missing-pages", titles.length)
}
