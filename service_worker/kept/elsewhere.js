// Instead of a page that is not on the device: what is there.
import { pack } from "../pack/loading.js"
import { composed, cut } from "./cutting.js"
import { shellOf } from "./shell.js"

/**
 * @param {string} account "": what is kept may not be shown
 * @param {string} url
 * @param {string} trouble why the network did not help
 */
export async function elsewhere(account, url, trouble) {
  const shell = await shellOf(account)
  const { head, main } = /** @type {any} */ (cut(shell.here))
  const words = new URLSearchParams(url.split("?")[1]).get("q")
  return composed(shell, { head, main: await pack().filled(main, account, words) }, `data-trouble="${trouble}"`, 503)
}
