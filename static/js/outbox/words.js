// The sentences that the shell carries, in the language of the page.

/**
 * @param {string} name
 * @param {Record<string, string>} [parts] what stands in it in braces
 */
export function words(name, parts = {}) {
  const sentence = document.getElementById("pending-words").content.querySelector(`[data-word="${name}"]`).textContent
  return sentence.replace(/{(\w+)}/g, (_, part) => parts[part])
}

/** A copy of what a template in the page or in the shell holds. @param {string} selector */
export const copyOf = selector => document.querySelector(selector)?.content.firstElementChild.cloneNode(true)

/** @param {number} at */
export const clock = at => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })

/** „heute, 21:05“, or with the date. @param {number} at */
export function moment(at) {
  const { lang } = document.documentElement
  const date = new Date(at)
  const today = date.toDateString() === new Date().toDateString()
  const day = today ? new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(0, "day") : date.toLocaleDateString(lang)
  return `${day}, ${clock(at)}`
}
