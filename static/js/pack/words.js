// The words of the page, in its language, with what is true of this device put in.
import { language } from "../moments.js"

/** @param {string} name @param {Record<string, string | number>} [values] @returns {string} */
export function word(name, values = {}) {
  const words = document.getElementById("pack-words").content.querySelector(`[data-word="${name}"]`).textContent
  return words.replace(/\{(\w+)\}/g, (_whole, key) => String(values[key]))
}

/** One of something, or several. @param {string} name @param {number} n @param {Record<string, string | number>} [values] */
export const counted = (name, n, values) => word(n === 1 ? `${name}-one` : name, { n, ...values })

/** @param {number} octets */
export function size(octets) {
  const isSmall = octets < 95_000
  const n = isSmall ? Math.max(10, Math.round(octets / 10_000) * 10) : octets / 1e6
  return word(isSmall ? "kilo" : "mega", { n: n.toLocaleString(language(), { maximumFractionDigits: 1 }) })
}
