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
